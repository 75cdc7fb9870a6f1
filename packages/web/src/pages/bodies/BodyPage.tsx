import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useRef, useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { BodyView } from '../../features/bodies/BodyView.tsx';
import { useLiveBody } from '../../features/bodies/use-live-body.ts';
import { BodyPageDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { Copied } from '../../offline/Copied.tsx';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useKept } from '../../offline/use-kept.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { announce } from '../../ui/announce.tsx';

const BodyOutcomes = lazy(() => import('../../features/decisions/BodyOutcomes.tsx'));
const BodyRemedies = lazy(() => import('../../features/remedies/BodyRemedies.tsx'));

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: BodyPageDocument, variables: { id } });

/** One address for a council or committee, for everybody. */
export default function BodyPage({ params: { id = '' } }: { params: Params }) {
  const viewer = useViewer();
  const result = useQuery(BodyPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const { result: shown, copiedAt } = useKept(BodyPageDocument, { id }, result);
  const say = useMessages('bodies');
  const [turn, setTurn] = useState(0);
  const known = useRef<number>(undefined);
  known.current = result.data?.body?.version;
  const readAnew = async () => {
    const version = (await result.refetch().catch(() => null))?.data?.body?.version;
    // What one did oneself is on the page already, and said.
    if (version !== undefined && known.current !== undefined && version > known.current) announce(say('bodies.announce'));
  };
  useLiveBody(result.data?.body ? id : undefined, () => {
    void readAnew();
    setTurn((before) => before + 1);
  });
  return (
    <Loaded result={shown}>
      {({ body }) => body
        ? (
          <Copied at={copiedAt}>
            <BodyView key={`${body.id} ${viewer?.id}`} body={body} signedIn={viewer != null}>
              {copiedAt === null && <Suspense fallback={null}><BodyOutcomes turn={turn} id={body.id} timeZone={body.environment.timeZone} /></Suspense>}
              {copiedAt === null && <Suspense fallback={null}><BodyRemedies turn={turn} bodyId={body.id} /></Suspense>}
            </BodyView>
          </Copied>
        )
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
