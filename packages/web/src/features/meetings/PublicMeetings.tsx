import { useQuery } from '@apollo/client/react';
import { PublicMeetingsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Section } from '../../ui/Page.tsx';
import { MeetingList } from './MeetingList.tsx';
import { useLiveMeetings } from './use-live-meetings.ts';

/** An environment's meetings that are to come, on its public page; nothing where there are none. */
export default function PublicMeetings({ environmentId, timeZone }: { environmentId: string; timeZone: string }) {
  const say = useMessages('meetings');
  const { data, refetch } = useQuery(PublicMeetingsDocument, { variables: { id: environmentId } });
  useLiveMeetings(environmentId, () => void refetch().catch(() => {}));
  const meetings = data?.environment?.upcomingMeetings ?? [];
  if (meetings.length === 0) return null;
  return (
    <Section title={say('meetings.upcoming')}>
      <MeetingList meetings={meetings.map((node) => ({ node }))} timeZone={timeZone} under />
    </Section>
  );
}
