import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import type { ItemState } from '../application/meeting-record.ts';
import { INTENTS, type Intent, MEETING_KINDS, type MeetingKind } from '../domain/meeting.ts';
import { MEETING_STATES, type MeetingState } from '../domain/meeting-states.ts';
import { MEETING_FAULTS, type MeetingFaultCode } from '../domain/meeting-wording.ts';
import type { PostingWhere } from '../domain/posting-proof.ts';
import { MEETING_REFUSALS, type MeetingRefusalReason } from '../domain/refusal.ts';
import { REPEATS, type Repeat } from '../domain/series.ts';
import type { DiscussionReason, ItemStanding } from '../domain/standing-of-item.ts';

export const MeetingStateEnum = enumOf<MeetingState>(MEETING_STATES);
registerEnumType(MeetingStateEnum, {
  name: 'MeetingState',
  description: 'The life of a meeting.',
  valuesConfig: {
    DRAFT: { description: 'Seen by those who prepare it.' },
    NOTICED: { description: 'Its notice is posted; everybody reads it.' },
    IN_SESSION: { description: 'It sits.' },
    ADJOURNED: { description: 'It was held.' },
    NO_QUORUM: { description: 'Too few members came.' },
    CANCELLED: { description: 'It was called off, or its draft was discarded.' },
  },
});

export const MeetingKindEnum = enumOf<MeetingKind>(MEETING_KINDS);
registerEnumType(MeetingKindEnum, {
  name: 'MeetingKind',
  description: 'What kind of meeting it is.',
  valuesConfig: {
    REGULAR: { description: 'At its usual time.' },
    SPECIAL: { description: 'Called for some item; under the Brown Act with 24 hours of notice, under the Greene Act with 72 as ever.' },
    PLANNING_SESSION: { description: 'Common planning time; noticed like a regular meeting.' },
  },
});

export const IntentEnum = enumOf<Intent>(INTENTS);
registerEnumType(IntentEnum, {
  name: 'ItemIntent',
  description: 'What is meant to happen to an item.',
  valuesConfig: {
    ACTION: { description: 'It may be voted on, and says what it is for.' }, DISCUSSION: { description: 'It is talked about.' }, INFORMATION: { description: 'It is told.' },
  },
});

export const ItemStateEnum = enumOf<ItemState>(['PROPOSED', 'POSTED', 'ACTED', 'CONTINUED', 'WITHDRAWN']);
registerEnumType(ItemStateEnum, {
  name: 'AgendaItemState',
  description: 'Where an item is in its life.',
  valuesConfig: {
    PROPOSED: { description: 'No notice lists it yet.' }, POSTED: { description: 'Some notice listed it.' }, ACTED: { description: 'It was decided.' },
    CONTINUED: { description: 'It goes on at another meeting.' }, WITHDRAWN: { description: 'The next notice leaves it out.' },
  },
});

export const ItemMayEnum = enumOf<ItemStanding['may']>(['ACTION', 'DISCUSSION_ONLY']);
registerEnumType(ItemMayEnum, { name: 'ItemMay', description: 'Whether an item may be acted on, or no more than discussed.' });

export const DiscussionReasonEnum = enumOf<DiscussionReason>(['NOT_LISTED', 'LISTED_TOO_LATE', 'CHANGED_TOO_LATE', 'NOT_AN_ACTION_ITEM']);
registerEnumType(DiscussionReasonEnum, {
  name: 'DiscussionReason',
  description: 'Why an item may not be acted on (EC 35147; Gov. Code 54954.2).',
  valuesConfig: {
    NOT_LISTED: { description: 'The last notice does not list it.' }, LISTED_TOO_LATE: { description: 'No notice posted in time lists it.' },
    CHANGED_TOO_LATE: { description: 'A notice posted too late says something else of it.' }, NOT_AN_ACTION_ITEM: { description: 'It was posted for discussion or information.' },
  },
});

export const PostingWhereEnum = enumOf<PostingWhere>(['SITE', 'ONLINE']);
registerEnumType(PostingWhereEnum, {
  name: 'PostingWhere', description: 'Where a notice was posted.',
  valuesConfig: { SITE: { description: 'At the school site or another place everybody can reach.' }, ONLINE: { description: 'Online, which is not enough by itself.' } },
});

export const RepeatEnum = enumOf<Repeat['every']>(REPEATS);
registerEnumType(RepeatEnum, {
  name: 'MeetingRepeat', description: 'How often a series meets.',
  valuesConfig: { WEEKLY: { description: 'On the same weekday.' }, MONTHLY: { description: 'On the same weekday of the same week of the month; a fifth one becomes the last.' } },
});

export const MeetingFaultEnum = enumOf<MeetingFaultCode>(MEETING_FAULTS);
registerEnumType(MeetingFaultEnum, {
  name: 'MeetingFaultCode',
  description: 'What is wrong with words or with a notice.',
  valuesConfig: {
    REQUIRED: { description: 'It must be said.' },
    MISSING_LOCALES: { description: 'It is not said in every required language (EC 48985); `about` names those missing.' },
    TOO_LATE: { description: 'The law\'s or the bylaws\' hours of notice are past; `about` says the last moment.' },
    TOO_LONG: { description: 'It has too many characters.' },
    REPEATED: { description: 'A language is given twice.' },
    OUT_OF_RANGE: { description: 'Too small or too large.' },
    NOT_AFTER_START: { description: 'The end is not after a start.' },
    BAD_URL: { description: 'Not an address that begins with https://.' },
    BAD_LOCALE: { description: 'Not a BCP 47 tag.' },
    STUDENT_NAMED: { description: 'Everybody reads it, and it names a student (EC 49073.2); `about` says where, as `language:start:end:label` in UTF-16 units, the language empty where none was given, with the label that may stand there. Sent again with `keepNames`, it is taken: everybody reads the label all the same.' },
  },
});

export const MeetingRefusalEnum = enumOf<MeetingRefusalReason>(MEETING_REFUSALS);
registerEnumType(MeetingRefusalEnum, {
  name: 'MeetingRefusal',
  description: 'Why something cannot happen to a meeting now. `about` of the refusal names what it is about.',
  valuesConfig: {
    WRONG_STATE: { description: 'Not in this state of the meeting.' },
    TOO_EARLY: { description: 'Its hour has not come.' },
    HOUR_PASSED: { description: 'The notice gave an hour more than a day ago.' },
    NO_POSTING_PROOF: { description: 'Nobody has said that its notice hung at the site (EC 35147; Gov. Code 54954.2).' },
    POSTED_TOO_LATE: { description: 'Its notice hung at the site too late.' },
    PROOF_OF_FUTURE: { description: 'Nobody can attest what they will do.' },
    ALREADY_PRESENT: { description: 'Whoever came is there already.' },
    NOT_PRESENT: { description: 'Whoever leaves was not there.' },
    OUT_OF_ORDER: { description: 'Earlier than what was entered last.' },
    QUORUM_WAS_MET: { description: 'Enough members were there.' },
    NO_REMEDY: { description: 'The body\'s law knows no such demand.' },
    BEFORE_ACTION: { description: 'A demand about what was not done yet.' },
    DEMAND_TOO_LATE: { description: 'The days to demand it are past.' },
    BODY_CLOSED: { description: 'The body is no more.' },
    NO_SUCH_ITEM: { description: 'The agenda has no such item, or no more.' },
    NO_SUCH_NOTICE: { description: 'No notice has this number; `about` says the last one.' },
    UNDER_ITSELF: { description: 'An item cannot stand under itself or its own parts.' },
    TOO_DEEP: { description: 'An agenda has no more levels than `about` says.' },
    TOO_MANY_ITEMS: { description: 'An agenda has no more items than `about` says.' },
    NO_SUCH_UPLOAD: { description: 'This person sent no such file, or none of a kind that is allowed here.' },
    NO_SUCH_PAPER: { description: 'The meeting has no such paper, or no more.' },
    TOO_MANY_PAPERS: { description: 'An item has no more papers than `about` says.' },
    NOTHING_CHANGED: { description: 'The last notice says the same; `about` is its number.' },
  },
});
