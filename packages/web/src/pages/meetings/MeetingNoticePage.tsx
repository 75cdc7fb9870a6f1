import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { MeetingSheets } from '../../features/meetings/MeetingSheet.tsx';
import { MeetingPageDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: MeetingPageDocument, variables: { id } });

/** The notice of a meeting, to be printed and hung at the school. */
export default function MeetingNoticePage({ params: { id = '' } }: { params: Params }) {
  const result = useQuery(MeetingPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ meeting }) => meeting ? <MeetingSheets meeting={meeting} /> : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
