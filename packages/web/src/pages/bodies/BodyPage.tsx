import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { BodyView } from '../../features/bodies/BodyView.tsx';
import { BodyPageDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useViewer } from '../../shell/use-viewer.ts';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: BodyPageDocument, variables: { id } });

/** One address for a council or committee, for everybody. */
export default function BodyPage({ params: { id = '' } }: { params: Params }) {
  const viewer = useViewer();
  const result = useQuery(BodyPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ body }) => body
        ? <BodyView key={`${body.id} ${viewer?.id}`} body={body} />
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
