import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { MeetingView } from '../../features/meetings/MeetingView.tsx';
import { MeetingPageDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { Copied } from '../../offline/Copied.tsx';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useKept } from '../../offline/use-kept.ts';
import { useViewer } from '../../shell/use-viewer.ts';

/** Of a held meeting alone. */
const MeetingActions = lazy(() => import('../../features/decisions/MeetingActions.tsx'));
const MeetingDemands = lazy(() => import('../../features/remedies/MeetingDemands.tsx'));

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: MeetingPageDocument, variables: { id } });

/** One address for a meeting, for everybody, from its first notice on. */
export default function MeetingPage({ params: { id = '' } }: { params: Params }) {
  const viewer = useViewer();
  const asked = useQuery(MeetingPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const { result, copiedAt } = useKept(MeetingPageDocument, { id }, asked);
  const read = () => void asked.refetch().catch(() => {});
  return (
    <Loaded result={result}>
      {({ meeting }) => meeting
        ? (
          <Copied at={copiedAt}>
            <MeetingView key={`${meeting.id} ${viewer?.id}`} meeting={meeting} copied={copiedAt !== null} onRead={read}>
              {meeting.state === 'ADJOURNED' && copiedAt === null && <Suspense fallback={null}><MeetingActions meetingId={meeting.id} /><MeetingDemands meetingId={meeting.id} /></Suspense>}
            </MeetingView>
          </Copied>
        )
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={read} />}
    </Loaded>
  );
}
