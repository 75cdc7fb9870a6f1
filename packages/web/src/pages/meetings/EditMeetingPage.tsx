import { useQuery } from '@apollo/client/react';
import { useLocation, useSearch } from 'wouter';
import { ServerFault } from '../../apollo/faults.ts';
import { MeetingEditor } from '../../features/meetings/MeetingEditor.tsx';
import { MeetingForm } from '../../features/meetings/MeetingForm.tsx';
import { MeetingPageDocument, MeetingSurroundingsDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer, useViewerFault } from '../../shell/use-viewer.ts';
import { toast } from '../../ui/announce.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';

/** `/meetings/new?body=…` and `/meetings/:id/edit`, for those who keep the body and its officers. */
export default function EditMeetingPage({ params: { id } }: { params: Params }) {
  const viewer = useViewer();
  const failed = useViewerFault();
  const bodyId = new URLSearchParams(useSearch()).get('body') ?? '';
  if (viewer === undefined && failed) return <FaultPanel fault={failed.fault} onRetry={failed.retry} />;
  if (viewer === undefined) return <PageSkeleton />;
  if (viewer === null) return <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => location.reload()} />;
  return id ? <Known key={`${id} ${viewer.id}`} id={id} /> : <New key={`${bodyId} ${viewer.id}`} bodyId={bodyId} />;
}

/** The meeting as it is now, not as it was when somebody last looked. */
function Known({ id }: { id: string }) {
  const say = useMessages('meetings');
  const { data, error, loading, refetch } = useQuery(MeetingPageDocument, { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  if (loading && !data) return <PageSkeleton />;
  const meeting = data?.meeting;
  if (!meeting) return <FaultPanel fault={error ?? new ServerFault('NOT_FOUND')} onRetry={() => void refetch().catch(() => {})} />;
  // Whose it is to change is one thing, what became of it another.
  const open = meeting.state === 'DRAFT' || meeting.state === 'NOTICED';
  if (!meeting.viewerCan.edit) return <Page title={say(open ? 'meetings.edit.notYours' : 'meetings.edit.closed')} over={<Link href={`/meetings/${id}`}><LocalText of={meeting.title} /></Link>}><Notice kind="warn">{say(open ? 'meetings.edit.notYoursWhy' : 'meetings.edit.closedWhy')}</Notice></Page>;
  return <MeetingEditor meeting={meeting} />;
}

function New({ bodyId }: { bodyId: string }) {
  const say = useMessages('meetings');
  const [, go] = useLocation();
  const result = useQuery(MeetingSurroundingsDocument, { variables: { id: bodyId } });
  return (
    <Loaded result={result} title={say('meetings.edit.new')}>
      {({ body }) => {
        if (!body) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />;
        const over = <Link href={`/bodies/${body.id}/meetings`}><LocalText of={body.name} /></Link>;
        if (body.closedAt) return <Page title={say('meetings.edit.new')} over={over}><Notice kind="warn">{say('meetings.refused.BODY_CLOSED.how')}</Notice></Page>;
        if (!body.viewerCallsMeetings) return <Page title={say('meetings.edit.notYoursNew')} over={over}><Notice kind="warn">{say('meetings.edit.notYoursNewWhy')}</Notice></Page>;
        return (
          <Page title={say('meetings.edit.new')} lead={say('meetings.edit.lead')} over={over}>
            <MeetingForm
              bodyId={body.id} timeZone={body.environment.timeZone} requiredLocales={body.environment.requiredLocales} meeting={null}
              onSaved={(meeting, count) => { toast(say('meetings.edit.created', { count })); go(`/meetings/${meeting.id}/edit`); }}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}
