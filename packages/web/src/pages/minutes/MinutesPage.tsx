import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { Elsewhere } from '../../features/minutes/Elsewhere.tsx';
import { MinutesView } from '../../features/minutes/MinutesView.tsx';
import { MinutesPageDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useViewer } from '../../shell/use-viewer.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';

/** For those who may add to it. */
const MeetingActions = lazy(() => import('../../features/decisions/MeetingActions.tsx'));

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: MinutesPageDocument, variables: { id } });

/** One address for the minutes of a meeting, from its call to order on, for everybody. */
export default function MinutesPage({ params: { id = '' } }: { params: Params }) {
  const viewer = useViewer();
  const result = useQuery(MinutesPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const read = () => void result.refetch().catch(() => {});
  return (
    <Loaded result={result}>
      {({ meeting }) => {
        if (!meeting) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={read} />;
        if (meeting.importedFrom) return <Elsewhere meeting={meeting} imported={meeting.importedFrom} />;
        return meeting.minutes ? <MinutesView key={`${id} ${viewer?.id}`} meeting={meeting} minutes={meeting.minutes} onRead={read}>{meeting.state === 'ADJOURNED' && <Suspense fallback={null}><MeetingActions meetingId={id} onlyToAssign onAssigned={read} /></Suspense>}</MinutesView> : <NotYet id={id} />;
      }}
    </Loaded>
  );
}

function NotYet({ id }: { id: string }) {
  const say = useMessages('minutes');
  return (
    <Page title={say('minutes.title')}>
      <EmptyState title={say('minutes.none')} action={<Link href={`/meetings/${id}`} className={buttonClass('secondary')}>{say('minutes.toMeeting')}</Link>}>{say('minutes.none.how')}</EmptyState>
    </Page>
  );
}
