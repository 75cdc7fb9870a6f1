/** The door of the meetings room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { addNeedSource } from '../people/index.ts';
import { addAgendaSource } from './application/agenda-sources.ts';
import { carriedItems } from './application/carried-items.ts';
import { meetingNeeds } from './application/meeting-needs.ts';
import { memberNeeds } from './application/member-needs.ts';
import { AttendancePlanResolver } from './graphql/attendance-plan.resolver.ts';
import { CalendarLinkResolver } from './graphql/calendar-link.resolver.ts';
import { calendarRoutes } from './graphql/calendar.route.ts';
import { MeetingActsResolver } from './graphql/meeting-acts.resolver.ts';
import { AgendaItemResolver, BodyMeetingsResolver, EnvironmentMeetingsResolver, MeetingResolver } from './graphql/meeting.resolver.ts';
import { MeetingSubscriptions } from './graphql/meeting.subscription.ts';
import { meetingFiles } from './graphql/meeting-files.route.ts';
import { NoticeItemResolver, NoticePaperResolver, NoticeResolver, PostingProofResolver } from './graphql/notice.resolver.ts';
import { PaperResolver } from './graphql/paper.resolver.ts';
import { SittingActsResolver } from './graphql/sitting-acts.resolver.ts';
import { SittingAgendaResolver } from './graphql/sitting-agenda.resolver.ts';
import { MeetingSittingResolver, SittingItemResolver, SittingMemberResolver, SittingResolver, SpeakerResolver } from './graphql/sitting.resolver.ts';
import { SittingSubscriptions } from './graphql/sitting.subscription.ts';
import { seedMeetings } from './seed/seed-meetings.ts';

export { type AgendaSource, CARRIED_OVER, type SourcedItem, addAgendaSource, describeSourced, fillNextAgenda, withdrawSourced } from './application/agenda-sources.ts';
export { recordAttendance } from './application/attend.ts';
export { callToOrder } from './application/call-to-order.ts';
export { type ChangingSitting, type SittingAct, type SittingAnswer, type SittingOutcome, changeSitting } from './application/change-sitting.ts';
export { type AdjournGuard, addAdjournGuard, addSittingEnd, adjournMeeting, endSitting } from './application/end-sitting.ts';
export { meetingLookerAt } from './application/meeting-looker.ts';
export { membersToday, ownBodies, preparedBodies } from './application/members-today.ts';
export { visibleMeeting } from './application/meeting-reader.ts';
export { recordMeeting } from './application/record-meeting.ts';
export { recordSitting, sittingTopic } from './application/record-sitting.ts';
export { countVisitors } from './application/run-sitting.ts';
export type { ShownMeeting } from './application/shown-meeting.ts';
export { type ItemSubject, itemOf, quorumHistory, quorumNow, subjectOf } from './application/sitting-facts.ts';
export { closeItem, findUrgent, offerComment, reopenItem, settleItem, takeUpItem } from './application/sitting-items.ts';
export { type SittingLooker, memberOf, ranSitting, ranThis, sittingLooker } from './application/sitting-looker.ts';
export { type SayPublicly, saidPublicly, studentsNamed, textsSaid } from './application/students-named.ts';
export { type ShownSitting, rereadSitting, visibleSitting } from './application/sitting-reader.ts';
export { type SittingItemRecord, type SittingMemberRecord, type SittingRecord, type SittingRules, lockSitting, sittingsById } from './application/sitting-record.ts';
export { type ItemOutcome } from './domain/carry-over.ts';
export { CALLING_OFFICES, isNamedTo } from './domain/policy.ts';
export type { AgendaItemWording, MeetingWording } from './domain/meeting-wording.ts';
export { type DemandGround, decideDemand, suitUntil } from './domain/reconsideration.ts';
export { isWholeName, namesIn } from './domain/seat-labels.ts';
export { type SittingRefusal, type SittingRefusalReason, refuseSitting, sittingRefusal } from './domain/refusal.ts';
export { SittingResult, refusalAsShown, sittingResult } from './graphql/sitting-answers.type.ts';
export { type SeenMember, memberAsSeen } from './graphql/sitting.resolver.ts';
export { dueMeeting } from './seed/due-meeting.ts';

addNeedSource(meetingNeeds);
addNeedSource(memberNeeds);
addAgendaSource(carriedItems);

export const meetings: Room = {
  name: 'meetings',
  entities: [],
  resolvers: [
    MeetingResolver, AgendaItemResolver, BodyMeetingsResolver, EnvironmentMeetingsResolver, NoticeResolver, NoticeItemResolver, NoticePaperResolver, PostingProofResolver, PaperResolver,
    MeetingActsResolver, MeetingSubscriptions,
    MeetingSittingResolver, SittingResolver, SittingMemberResolver, SittingItemResolver, SpeakerResolver, SittingActsResolver, SittingAgendaResolver, SittingSubscriptions,
    AttendancePlanResolver, CalendarLinkResolver,
  ],
  routes(app, house) {
    calendarRoutes(app, house);
    meetingFiles(app, house);
  },
  fileUses: [{ table: 'agenda_paper', column: 'file_id' }, { table: 'posting_proof', column: 'photo_id' }],
  seed: seedMeetings,
};
