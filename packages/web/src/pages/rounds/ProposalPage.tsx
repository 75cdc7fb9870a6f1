import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { ProposalView } from '../../features/rounds/ProposalView.tsx';
import { ProposalPageDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useViewer } from '../../shell/use-viewer.ts';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: ProposalPageDocument, variables: { id } });

/** One address for a proposal's whole life, and for its record. */
export default function ProposalPage({ params: { id = '' } }: { params: Params }) {
  const viewer = useViewer();
  const result = useQuery(ProposalPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const read = async () => (await result.refetch().catch(() => null))?.data?.proposal ?? null;
  return (
    <Loaded result={result}>
      {({ proposal }) => proposal
        ? <ProposalView key={`${proposal.id} ${viewer?.id}`} proposal={proposal} onChanged={read} />
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void read()} />}
    </Loaded>
  );
}
