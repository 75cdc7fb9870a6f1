import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { BodyList } from '../../features/bodies/BodyCard.tsx';
import { PublicWays } from '../../features/bodies/PublicWays.tsx';
import { useLiveBodies } from '../../features/bodies/use-live-bodies.ts';
import { BodiesDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useFreshen } from '../../lib/use-freshen.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';

/** What most people come for, in words of its own. */
const PublicMeetings = lazy(() => import('../../features/meetings/PublicMeetings.tsx'));

export const preload = (client: ApolloClient) => client.query({ query: BodiesDocument });

export default function BodiesPage() {
  const say = useMessages('bodies');
  const result = useQuery(BodiesDocument, { fetchPolicy: 'cache-and-network' });
  const freshen = useFreshen(result, say('bodies.list.announce'));
  useLiveBodies(result.data?.viewer?.environment.id, () => freshen());
  return (
    <Loaded result={result} title={say('bodies.title')}>
      {({ viewer }) => {
        if (!viewer) return <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch()} />;
        const { bodies, viewerCan } = viewer.environment;
        return (
          <Page title={say('bodies.title')} lead={say('bodies.lead')}>
            <Stack gap={5}>
              {viewerCan.draftBallots && <div><Link href="/bodies/new" className={buttonClass()}>{say('bodies.new')}</Link></div>}
              {bodies.length === 0 && <EmptyState title={say('bodies.none')}>{say('bodies.noneWhy')}</EmptyState>}
              <BodyList bodies={bodies} />
              <Suspense fallback={null}><PublicMeetings environmentId={viewer.environment.id} timeZone={viewer.environment.timeZone} /></Suspense>
              {bodies.length > 0 && <PublicWays environmentId={viewer.environment.id} />}
            </Stack>
          </Page>
        );
      }}
    </Loaded>
  );
}
