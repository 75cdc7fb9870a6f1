import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { ServerFault } from '../apollo/faults.ts';
import { BallotView } from '../features/ballots/BallotView.tsx';
import { BallotPageDocument } from '../gql/graphql.ts';
import type { Params } from '../page-module.ts';
import { FaultPanel } from '../shell/FaultPanel.tsx';
import { Loaded } from '../shell/Loaded.tsx';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: BallotPageDocument, variables: { id } });

/** One address for a ballot's whole life: coming, open, counted, certified. */
export default function BallotPage({ params: { id = '' } }: { params: Params }) {
  const result = useQuery(BallotPageDocument, { variables: { id } });
  // Signing out empties the cache; the receipt of a vote must not vanish with it.
  const last = useRef(result.data);
  if (result.data?.ballot?.id === id) last.current = result.data;
  const data = result.data ?? (last.current?.ballot?.id === id ? last.current : undefined);
  return (
    <Loaded result={{ ...result, data }}>
      {({ ballot }) => ballot
        ? <BallotView key={ballot.id} ballot={ballot} onChanged={() => void result.refetch().catch(() => {})} />
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch()} />}
    </Loaded>
  );
}
