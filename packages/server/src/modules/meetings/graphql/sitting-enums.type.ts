import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import { ITEM_OUTCOMES, type ItemOutcome } from '../domain/carry-over.ts';
import { SITTING_REFUSALS, type SittingRefusalReason } from '../domain/refusal.ts';
import { PRESENCES, type Presence } from '../domain/sitting.ts';
import { SPEAKER_KINDS, SPEAKER_STATES, type SpeakerKind, type SpeakerState } from '../domain/speaking.ts';
import type { QuorumRule } from '../domain/quorum.ts';

export const PresenceEnum = enumOf<Presence>(PRESENCES);
registerEnumType(PresenceEnum, {
  name: 'Presence',
  description: 'Where a member is.',
  valuesConfig: {
    NOT_COME: { description: 'Nobody has said that they came.' }, IN_ROOM: { description: 'In the room.' },
    REMOTE: { description: 'Takes part at the address the notice gives.' }, LEFT: { description: 'Was there, and has gone.' },
  },
});

export const AttendanceKindEnum = enumOf(['ARRIVED', 'LEFT'] as const);
registerEnumType(AttendanceKindEnum, { name: 'AttendanceKind', description: 'What is taken down of a member.', valuesConfig: { ARRIVED: { description: 'Came.' }, LEFT: { description: 'Went.' } } });

export const ItemOutcomeEnum = enumOf<ItemOutcome>(ITEM_OUTCOMES);
registerEnumType(ItemOutcomeEnum, {
  name: 'ItemOutcome',
  description: 'What has become of an item.',
  valuesConfig: {
    OPEN: { description: 'Nothing yet.' }, ACTED: { description: 'The body acted on it.' }, CONTINUED: { description: 'It goes on at the next meeting.' },
    TABLED: { description: 'It was laid aside, and can be taken up again.' }, WITHDRAWN: { description: 'It was taken off the agenda.' }, DISCUSSED: { description: 'It was talked about, which was all it was for.' },
  },
});

export const SpeakerKindEnum = enumOf<SpeakerKind>(SPEAKER_KINDS);
registerEnumType(SpeakerKindEnum, { name: 'SpeakerKind', description: 'As what somebody speaks.', valuesConfig: { PUBLIC: { description: 'From the public.' }, MEMBER: { description: 'As a member of the body.' } } });

export const SpeakerStateEnum = enumOf<SpeakerState>(SPEAKER_STATES);
registerEnumType(SpeakerStateEnum, {
  name: 'SpeakerState', description: 'Where somebody is who asked to speak.',
  valuesConfig: { WAITING: { description: 'On the list.' }, SPEAKING: { description: 'Has the floor.' }, DONE: { description: 'Has spoken.' }, WITHDRAWN: { description: 'Does not speak after all.' } },
});

export const QuorumRuleEnum = enumOf<'MAJORITY' | 'SHARE' | 'COUNT'>(['MAJORITY', 'SHARE', 'COUNT']);
registerEnumType(QuorumRuleEnum, {
  name: 'SittingQuorumRule', description: 'How many voting members must be there.',
  valuesConfig: { MAJORITY: { description: 'More than half.' }, SHARE: { description: 'A share of them, rounded up.' }, COUNT: { description: 'A fixed count.' } },
});
export const quorumRuleName = ({ kind }: QuorumRule): 'MAJORITY' | 'SHARE' | 'COUNT' => (kind === 'FRACTION' ? 'SHARE' : kind);

export const SittingRefusalEnum = enumOf<SittingRefusalReason>(SITTING_REFUSALS);
registerEnumType(SittingRefusalEnum, {
  name: 'SittingRefusalReason',
  description: 'Why an act of the room cannot happen now. `about` of the refusal names what it is about.',
  valuesConfig: {
    WRONG_STATE: { description: 'Not in this state of the meeting, or of the motion.' },
    TOO_EARLY: { description: 'Its hour has not come, or had not at the moment that was said.' },
    HOUR_PASSED: { description: 'The notice gave an hour more than a day ago: another day is another meeting (EC 35147; Gov. Code 54954.2).' },
    NO_POSTING_PROOF: { description: 'Nobody has said that its notice hung at the site.' },
    POSTED_TOO_LATE: { description: 'Its notice hung at the site too late.' },
    ALREADY_PRESENT: { description: 'Whoever came is there already.' },
    NOT_PRESENT: { description: 'Whoever leaves, moves, seconds or votes is not there.' },
    OUT_OF_ORDER: { description: 'Earlier than what was entered last.' },
    QUORUM_WAS_MET: { description: 'Enough members were there.' },
    NO_SUCH_ITEM: { description: 'The agenda has no such item.' },
    TOO_MANY_ITEMS: { description: 'An agenda has no more items than `about` says.' },
    NOTHING_CHANGED: { description: 'It is so already.' },
    NO_SUCH_MEMBER: { description: 'Nobody of this id sits in the body.' },
    NO_SUCH_SPEAKER: { description: 'Nobody of this id asked to speak.' },
    IN_THE_FUTURE: { description: 'The device says when it has not been yet; `about` is the server\'s time.' },
    DOOR_CODE: { description: 'It is not the code at the door, or no more.' },
    NOT_ONLINE: { description: 'The notice gives no address for taking part online.' },
    NOBODY_PRESIDES: { description: 'The body has neither a chair nor a vice-chair; name who presides.' },
    ITEM_CLOSED: { description: 'The item is done with; `about` says how.' },
    AGENDA_OPEN: { description: 'Items are not done with; `about` is their labels. Close them, or adjourn by a motion.' },
    QUESTION_OPEN: { description: 'A question is open; announce its result or stop it first.' },
    ANOTHER_SPEAKS: { description: 'Somebody else has the floor.' },
    SPEAKER_STATE: { description: 'Not where this speaker is; `about` says where.' },
    ALREADY_WAITING: { description: 'Is on the list for this already.' },
    TOO_MANY_SPEAKERS: { description: 'No more wait than `about` says.' },
    NOT_IN_SESSION: { description: 'The meeting does not sit.' },
    NOT_A_VOTING_MEMBER: { description: 'Holds no seat that has a vote.' },
    CHAIR_DOES_NOT_MOVE: { description: 'Whoever presides neither moves nor seconds in this body.' },
    MOVER_SECONDS: { description: 'Nobody seconds their own motion.' },
    NO_SECONDER: { description: 'Nobody has seconded it.' },
    NO_QUORUM: { description: 'Too few members are there; `about` is how many are and must be.' },
    NOT_ELIGIBLE: { description: 'It was not posted in time to be acted on, and not found urgent; `about` says why.' },
    COMMENT_NOT_OFFERED: { description: 'The public was not asked to speak to it yet.' },
    SECRET_VOTE: { description: 'The body votes in the open.' },
    AMENDMENT_PENDING: { description: 'An amendment is not decided yet.' },
    NOTHING_AMENDED: { description: 'The amendment changes no word.' },
    QUESTION_NOT_PUT: { description: 'The question has not been put.' },
    NO_SUCH_MOTION: { description: 'The sitting has no such motion, amendment or question.' },
    THRESHOLD_TOO_LOW: { description: 'The bylaws ask for more.' },
    VOTES_MISSING: { description: 'Not every member who is there has voted; `about` is their ids.' },
    ALREADY_OBJECTED: { description: 'Somebody has objected already.' },
    NO_SUCH_MINUTES: { description: 'The motion is about no minutes of an earlier meeting of this body.' },
    MINUTES_NOT_CIRCULATED: { description: 'Minutes are approved once they were circulated; `about` names their state.' },
    MINUTES_NOT_APPROVED: { description: 'Only approved minutes are amended by a motion; `about` names their state.' },
    CORRECTIONS_OPEN: { description: 'Corrections of the minutes wait to be settled; `about` says how many.' },
    NOT_ADOPTED: { description: 'None of the ways to amend approved minutes was reached; `about`: ayes, then what each way needs.' },
    CONSENSUS_FIRST: { description: 'The bylaws seek agreement before a count: it is asked first whether anybody objects.' },
    ROLL_CALL_ONLY: { description: 'A finding of urgency is always counted by name.' },
    TOO_FEW_FOR_CONSENT: { description: 'Those present, though nobody objected, would not reach the threshold; `about` is how many there are and how many it takes.' },
    NOT_RUNNING: { description: 'Only who runs the sitting may: enter what another member said, choose a threshold, take back another\'s motion.' },
    NO_SUCH_SUBJECT: { description: 'What the motion says it is about is not there, not open, or not of this body; `about` is its id.' },
    NO_SUCH_DECISION: { description: 'The sitting has no such decision.' },
    NO_SUCH_PERSON: { description: 'The environment has no such person.' },
    MINUTES_APPROVED: { description: 'The minutes are approved; what follows from the meeting is now for those who prepare the meetings of its body.' },
  },
});
