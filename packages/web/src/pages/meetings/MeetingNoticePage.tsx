import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { MeetingSheets } from '../../features/meetings/MeetingSheet.tsx';
import { MeetingPageDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { Copied } from '../../offline/Copied.tsx';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useKept } from '../../offline/use-kept.ts';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: MeetingPageDocument, variables: { id } });

/** The notice of a meeting, to be printed and hung at the school. */
export default function MeetingNoticePage({ params: { id = '' } }: { params: Params }) {
  const asked = useQuery(MeetingPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const { result, copiedAt } = useKept(MeetingPageDocument, { id }, asked);
  return (
    <Loaded result={result}>
      {({ meeting }) => meeting ? <Copied at={copiedAt}><MeetingSheets meeting={meeting} /></Copied> : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void asked.refetch().catch(() => {})} />}
    </Loaded>
  );
}
