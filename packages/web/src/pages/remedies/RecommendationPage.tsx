import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { RecommendationView } from '../../features/remedies/RecommendationView.tsx';
import { RecommendationPageDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useViewer } from '../../shell/use-viewer.ts';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: RecommendationPageDocument, variables: { id } });

/** One address for a recommendation and its answer, for everybody. */
export default function RecommendationPage({ params: { id = '' } }: { params: Params }) {
  const viewer = useViewer();
  const result = useQuery(RecommendationPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ recommendation }) => recommendation
        ? <RecommendationView key={`${recommendation.id} ${viewer?.id}`} recommendation={recommendation} />
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
