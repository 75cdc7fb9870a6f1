import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import type { Meeting } from '../../features/meetings/meeting.ts';
import { PapersEditor } from '../../features/meetings/PapersEditor.tsx';
import { useLiveMeeting } from '../../features/meetings/use-live-meeting.ts';
import { MeetingPageDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer, useViewerFault } from '../../shell/use-viewer.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Stack } from '../../ui/Page.tsx';

/** `/meetings/:id/papers`, for those who prepare the meeting. */
export default function MeetingPapersPage({ params: { id = '' } }: { params: Params }) {
  const viewer = useViewer();
  const failed = useViewerFault();
  if (viewer === undefined && failed) return <FaultPanel fault={failed.fault} onRetry={failed.retry} />;
  if (viewer === undefined) return <PageSkeleton />;
  if (viewer === null) return <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => location.reload()} />;
  return <Known key={`${id} ${viewer.id}`} id={id} />;
}

function Known({ id }: { id: string }) {
  const { data, error, loading, refetch } = useQuery(MeetingPageDocument, { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const read = () => void refetch().catch(() => {});
  if (loading && !data) return <PageSkeleton />;
  return data?.meeting ? <Papers meeting={data.meeting} onRead={read} /> : <FaultPanel fault={error ?? new ServerFault('NOT_FOUND')} onRetry={read} />;
}

function Papers({ meeting, onRead }: { meeting: Meeting; onRead: () => void }) {
  const say = useMessages('papers');
  useLiveMeeting(meeting, onRead);
  // The items come after the address is read, and so nothing has scrolled to one yet.
  useEffect(() => { if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView(); }, []);
  return (
    <Page title={say('papers.title')} over={<Link href={`/meetings/${meeting.id}`}><LocalText of={meeting.title} /></Link>}>
      {meeting.viewerCan.papers ? (
        <Stack gap={5}>
          <PapersEditor meeting={meeting} />
          {meeting.viewerCan.edit && <div><Link href={`/meetings/${meeting.id}/edit`} className={buttonClass('secondary')}>{say('papers.toEdit')}</Link></div>}
        </Stack>
      ) : <Notice kind="warn">{say(meeting.state === 'DRAFT' || meeting.state === 'NOTICED' ? 'papers.notYours' : 'papers.closed')}</Notice>}
    </Page>
  );
}
