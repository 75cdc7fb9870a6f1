import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { CalendarAddress } from '../../features/meetings/CalendarAddress.tsx';
import { MeetingList } from '../../features/meetings/MeetingList.tsx';
import { useLiveBodyMeetings } from '../../features/meetings/use-live-meetings.ts';
import { BodyMeetingsDocument, type BodyMeetingsQuery } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { Copied } from '../../offline/Copied.tsx';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useFreshen } from '../../lib/use-freshen.ts';
import { useKept } from '../../offline/use-kept.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Section, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: BodyMeetingsDocument, variables: { id } });

/** Of one answer. */
const LEAST = 20;
const MOST = 100;

/** The meetings of one body, the latest day first, live. */
export default function BodyMeetingsPage({ params: { id = '' } }: { params: Params }) {
  const say = useMessages('meetings');
  const result = useQuery(BodyMeetingsDocument, { variables: { id }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  /** As many as are shown, so that nothing below jumps; what is further down than one answer reaches stays as it is. */
  const again = async () => {
    const shown = result.data?.body?.meetings.edges ?? [];
    const { data } = await result.client.query({ query: BodyMeetingsDocument, variables: { id, first: Math.min(MOST, Math.max(LEAST, shown.length)) }, fetchPolicy: 'no-cache' });
    const body = data?.body;
    if (!body) return;
    const below = shown.slice(MOST);
    result.updateQuery(() => ({ ...data, body: below.length === 0 ? body : { ...body, meetings: { ...body.meetings, edges: [...body.meetings.edges, ...below], pageInfo: result.data!.body!.meetings.pageInfo } } }));
  };
  const { result: shown, copiedAt } = useKept(BodyMeetingsDocument, { id }, result);
  const freshen = useFreshen(result, say('meetings.live.list'), again);
  useLiveBodyMeetings(result.data?.body, () => freshen());
  const more = (body: Body) => void result.fetchMore({
    variables: { after: body.meetings.pageInfo.endCursor ?? null },
    updateQuery: (before, { fetchMoreResult: { body: next } }) => (before.body && next ? { ...before, body: { ...next, meetings: { ...next.meetings, edges: [...before.body.meetings.edges, ...next.meetings.edges] } } } : before),
  }).catch(() => {});
  return (
    <Loaded result={shown} title={say('meetings.title')}>
      {({ body }) => body
        ? <Copied at={copiedAt}><Meetings body={body} busy={result.loading} onMore={() => more(body)} /></Copied>
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}

type Body = NonNullable<BodyMeetingsQuery['body']>;

function Meetings({ body: { id, environment, meetings, name, viewerCallsMeetings }, busy, onMore }: { body: Body; busy: boolean; onMore: () => void }) {
  const core = useMessages();
  const say = useMessages('meetings');
  return (
    <Page title={say('meetings.title')} lead={say('meetings.lead')} over={<Link href={`/bodies/${id}`}><LocalText of={name} /></Link>}>
      <Stack gap={5}>
        {viewerCallsMeetings && <div><Link href={`/meetings/new?body=${id}`} className={buttonClass()}>{say('meetings.new')}</Link></div>}
        {meetings.edges.length === 0 && <EmptyState title={say('meetings.none')}>{say('meetings.noneWhy')}</EmptyState>}
        <MeetingList meetings={meetings.edges} timeZone={environment.timeZone} />
        <ShowMore label={core('showMore')} busy={busy} shown={meetings.pageInfo.hasNextPage} onPress={onMore} />
        <Section title={say('meetings.calendar')}>
          <p>{say('meetings.calendar.body')}</p>
          <CalendarAddress path={`/calendar/bodies/${id}.ics`} />
        </Section>
      </Stack>
    </Page>
  );
}
