import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import {
  AUTHORITIES, type Authority, BODY_KINDS, type BodyKind, MEETING_LAWS, type MeetingLaw, OFFICES, OFFICE_LEAVINGS, type Office, type OfficeLeaving, SEAT_WAYS, type SeatBasis, type SeatWay, VACANCIES, type Vacancy,
} from '../domain/body.ts';
import { type BodyQuorum, EMPLOYEE_BARS, type EmployeeBar, THRESHOLDS, type Threshold } from '../domain/bylaws.ts';
import { COMPOSITION_RULES, type CompositionRule } from '../domain/composition.ts';
import { BODY_REFUSALS, type BodyRefusalReason } from '../domain/refusal.ts';

export const BodyKindEnum = enumOf<BodyKind>(BODY_KINDS);
registerEnumType(BodyKindEnum, {
  name: 'BodyKind',
  description: 'What the law or a contract asks of the body\'s composition.',
  valuesConfig: {
    SSC: { description: 'School site council (EC 65000).' },
    ELAC: { description: 'English learner advisory committee (EC 52176).' },
    LSLC: { description: 'Local school leadership council (LAUSD–UTLA contract, Art. XXVII).' },
    PLE_TEAM: { description: 'Leadership team of the learning environment.' },
    PTA: { description: 'Parent association, a private body.' },
    PAC: { description: 'Parent advisory committee (EC 52063).' },
    OTHER: { description: 'Any other; its bylaws say.' },
  },
});

export const MeetingLawEnum = enumOf<MeetingLaw>(MEETING_LAWS);
registerEnumType(MeetingLawEnum, {
  name: 'MeetingLaw',
  description: 'Under which open-meeting law a body meets; a setting of each body.',
  valuesConfig: {
    GREENE: { description: 'Greene Act (EC 35147): 72 hours, no action off the agenda but by a unanimous finding.' },
    BROWN: { description: 'Brown Act (Gov. Code 54950 and following): 72 hours, special meetings 24.' },
    PRIVATE: { description: 'No public body; its bylaws alone.' },
  },
});

export const AuthorityEnum = enumOf<Authority>(AUTHORITIES);
registerEnumType(AuthorityEnum, {
  name: 'BodyAuthority', description: 'Whether a body decides or advises.',
  valuesConfig: { DECIDING: { description: 'Its motions decide, within its remit.' }, ADVISORY: { description: 'Its motions advise a body that decides.' } },
});

export const OfficeEnum = enumOf<Office>(OFFICES);
registerEnumType(OfficeEnum, { name: 'Office', description: 'An office of a body; its bylaws say which it has.' });

export const OfficeLeavingEnum = enumOf<OfficeLeaving>(OFFICE_LEAVINGS);
registerEnumType(OfficeLeavingEnum, {
  name: 'OfficeLeaving', description: 'How an officer leaves an office before somebody follows.',
  valuesConfig: { RESIGNED: { description: 'Of their own will.' }, RELIEVED: { description: 'By the body\'s.' } },
});

export const SeatWayEnum = enumOf<SeatWay>(SEAT_WAYS);
registerEnumType(SeatWayEnum, {
  name: 'SeatFilling', description: 'How a seat is filled.',
  valuesConfig: {
    ELECTED: { description: 'By an election of its constituency.' }, APPOINTED: { description: 'By appointment.' },
    EX_OFFICIO: { description: 'By whoever holds another post, as the principal.' },
  },
});

export const SeatBasisEnum = enumOf<SeatBasis>(['ELECTED', 'ACCLAIMED', 'APPOINTED', 'EX_OFFICIO', 'VACANT']);
registerEnumType(SeatBasisEnum, { name: 'SeatBasis', description: 'How somebody came to hold a seat; VACANT where nobody does.' });

export const SittingBasisEnum = enumOf<Exclude<SeatBasis, 'VACANT' | 'ACCLAIMED'>>(['ELECTED', 'APPOINTED', 'EX_OFFICIO']);
registerEnumType(SittingBasisEnum, { name: 'SittingBasis', description: 'How somebody comes to hold a seat by hand; ELECTED on paper, before elections were held here.' });

export const VacancyEnum = enumOf<Vacancy>(VACANCIES);
registerEnumType(VacancyEnum, {
  name: 'Vacancy',
  description: 'Why a seat is vacant.',
  valuesConfig: {
    NEW: { description: 'Nobody has held it yet.' }, NO_CANDIDATE: { description: 'Nobody stood.' }, NOT_FILLED: { description: 'Fewer won than there were seats.' },
    TIED: { description: 'The votes were tied.' }, SET_ASIDE: { description: 'The result was set aside.' }, LEFT: { description: 'Whoever held it no longer does.' },
    TERM_ENDED: { description: 'The term is over.' },
  },
});

export const ThresholdEnum = enumOf<Threshold>(THRESHOLDS);
registerEnumType(ThresholdEnum, {
  name: 'Threshold',
  description: 'What a motion needs. Abstentions are not votes cast, and a tie fails.',
  valuesConfig: {
    MAJORITY_OF_CAST: { description: 'More ayes than noes.' }, TWO_THIRDS_OF_CAST: { description: 'Two ayes for each no, at least.' },
    MAJORITY_OF_PRESENT: { description: 'More than half of the members present.' }, MAJORITY_OF_MEMBERS: { description: 'More than half of all members.' },
    TWO_THIRDS_OF_MEMBERS: { description: 'At least two thirds of all members.' }, UNANIMOUS_OF_PRESENT: { description: 'Every member present.' },
  },
});

export const BodyQuorumKindEnum = enumOf<BodyQuorum['kind']>(['MAJORITY', 'SHARE', 'COUNT']);
registerEnumType(BodyQuorumKindEnum, {
  name: 'BodyQuorumKind', description: 'How a body\'s quorum is stated.',
  valuesConfig: { MAJORITY: { description: 'More than half of those who hold a voting seat.' }, SHARE: { description: 'At least a share of them.' }, COUNT: { description: 'A fixed number.' } },
});

export const EmployeeBarEnum = enumOf<EmployeeBar>(EMPLOYEE_BARS);
registerEnumType(EmployeeBarEnum, {
  name: 'EmployeeBar', description: 'Whom parents may not choose for their seats (EC 65000).',
  valuesConfig: { NONE: { description: 'Nobody is barred.' }, SCHOOL: { description: 'Who works at the school.' }, DISTRICT: { description: 'Who works in the district.' } },
});

export const CompositionRuleEnum = enumOf<CompositionRule>(COMPOSITION_RULES);
registerEnumType(CompositionRuleEnum, {
  name: 'CompositionRule',
  description: 'What a body\'s composition is held against. `found` and `needed` of a line are the numbers it compares.',
  valuesConfig: {
    SIDES_EQUAL: { description: 'As many parents, community and students as staff with the principal (EC 65000).' },
    TEACHER_MAJORITY: { description: 'More teachers than principal and other staff together (EC 65000).' },
    STUDENTS_EQUAL_PARENTS: { description: 'As many students as parents and community, where students have seats.' },
    COMMUNITY_BY_PARENTS: { description: 'Community members sit only if parents choose them (EC 65000).' },
    PRACTICAL_MINIMUM: { description: 'At least 10 members in all, 12 where students have seats.' },
    EL_SHARE: { description: 'Parents of English learners have at least the share of seats their children have of the students (EC 52176).' },
    HALF_TEACHERS: { description: 'As many teachers with the chapter chair as all others with the principal.' },
    PARENT_MAJORITY: { description: 'More parents than all others together (EC 52063).' },
  },
});

export const BodyRefusalEnum = enumOf<BodyRefusalReason>(BODY_REFUSALS);
registerEnumType(BodyRefusalEnum, {
  name: 'BodyRefusal',
  description: 'Why something cannot happen to a body now. `about` of the refusal names what it is about.',
  valuesConfig: {
    CLOSED: { description: 'The body is no more.' },
    SEAT_NOT_HELD: { description: 'Nobody holds the seat.' },
    SEAT_HELD: { description: 'Somebody holds the seat; it must be vacant first.' },
    SEAT_RETIRED: { description: 'The body has no such seat any more.' },
    SEAT_ELECTED: { description: 'Its constituency elects it; an appointment is only for the rest of a term (EC 65000). About: that constituency.' },
    NOT_OF_CONSTITUENCY: { description: 'The person is not of the seat\'s constituency (EC 65000). About: that constituency.' },
    EMPLOYED: { description: 'A parent member may not be employed there (EC 65000). About: SCHOOL or DISTRICT.' },
    SEATED_ALREADY: { description: 'The person holds another seat of the body.' },
    NOT_A_MEMBER: { description: 'Not a member of the body.' },
    NO_SUCH_OFFICE: { description: 'The bylaws know no such office. About: those they know.' },
    HOLDS_OFFICE: { description: 'The person holds another office of the body. About: that office.' },
    COMPOSITION: { description: 'The seats are not composed as the law asks. About: the rules not met.' },
    VACANT_SEATS: { description: 'Voting seats are vacant. About: how many.' },
    NOTHING_ENDED: { description: 'No term is over yet.' },
    NOTHING_TO_COME: { description: 'Nothing of it is still to come: it has begun, or was taken back.' },
    OFFICE_NOT_HELD: { description: 'They do not hold the office today.' },
    SUCCEEDED_BEFORE: { description: 'Somebody else takes the office before that day. About: the day on which they do.' },
  },
});
