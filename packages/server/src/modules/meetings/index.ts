/** The door of the meetings room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { addNeedSource } from '../people/index.ts';
import { meetingNeeds } from './application/meeting-needs.ts';
import { MeetingActsResolver } from './graphql/meeting-acts.resolver.ts';
import { AgendaItemResolver, BodyMeetingsResolver, EnvironmentMeetingsResolver, MeetingResolver } from './graphql/meeting.resolver.ts';
import { MeetingSubscriptions } from './graphql/meeting.subscription.ts';
import { NoticeItemResolver, NoticeResolver, PostingProofResolver } from './graphql/notice.resolver.ts';
import { seedMeetings } from './seed/seed-meetings.ts';

addNeedSource(meetingNeeds);

export const meetings: Room = {
  name: 'meetings',
  entities: [],
  resolvers: [
    MeetingResolver, AgendaItemResolver, BodyMeetingsResolver, EnvironmentMeetingsResolver, NoticeResolver, NoticeItemResolver, PostingProofResolver,
    MeetingActsResolver, MeetingSubscriptions,
  ],
  seed: seedMeetings,
};
