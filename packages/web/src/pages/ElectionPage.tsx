import type { ApolloClient } from '@apollo/client';
import { ElectionView } from '../features/elections/ElectionView.tsx';
import { LoadedElection } from '../features/elections/LoadedElection.tsx';
import { ElectionPageDocument } from '../gql/graphql.ts';
import type { Params } from '../page-module.ts';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: ElectionPageDocument, variables: { id } });

export default function ElectionPage({ params: { id = '' } }: { params: Params }) {
  return <LoadedElection id={id}>{(election, refetch) => <ElectionView key={election.id} election={election} onChanged={refetch} />}</LoadedElection>;
}
