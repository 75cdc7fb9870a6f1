/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

export type Constituency = 'PARENT' | 'STUDENT' | 'TEACHER' | 'OTHER_STAFF' | 'ADMINISTRATOR' | 'COMMUNITY' | 'EL_PARENT';

/**
 * What a body is, for the composition the law or a contract asks of it: school site council (EC 65000), English learner
 * advisory committee (EC 52176), local school leadership council (LAUSD–UTLA contract, Art. XXVII), the team of a learning
 * environment, a parent association, a parent advisory committee (EC 52063), or any other.
 */
export const BODY_KINDS = ['SSC', 'ELAC', 'LSLC', 'PLE_TEAM', 'PTA', 'PAC', 'OTHER'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Under which open-meeting law a body meets: a setting of each body, for the law itself is not of one mind (domain, A1). */
export const MEETING_LAWS = ['GREENE', 'BROWN', 'PRIVATE'] as const;
export type MeetingLaw = (typeof MEETING_LAWS)[number];

export const AUTHORITIES = ['DECIDING', 'ADVISORY'] as const;
export type Authority = (typeof AUTHORITIES)[number];

export const OFFICES = ['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'TREASURER', 'PARLIAMENTARIAN', 'DELEGATE'] as const;
export type Office = (typeof OFFICES)[number];

/** How somebody leaves an office before anybody follows: of their own will, or by the body's. */
export const OFFICE_LEAVINGS = ['RESIGNED', 'RELIEVED'] as const;
export type OfficeLeaving = (typeof OFFICE_LEAVINGS)[number];

/** How a seat is filled: by an election of its constituency, by appointment, or by whoever holds another post. */
export const SEAT_WAYS = ['ELECTED', 'APPOINTED', 'EX_OFFICIO'] as const;
export type SeatWay = (typeof SEAT_WAYS)[number];

/** Why a seat is vacant. */
export const VACANCIES = ['NEW', 'NO_CANDIDATE', 'NOT_FILLED', 'TIED', 'SET_ASIDE', 'LEFT', 'TERM_ENDED'] as const;
export type Vacancy = (typeof VACANCIES)[number];

/** How somebody came to hold a seat; VACANT where nobody does. */
export type SeatBasis = 'ELECTED' | 'ACCLAIMED' | 'APPOINTED' | 'EX_OFFICIO' | 'VACANT';

/** A seat as planned. */
export interface PlannedSeat {
  readonly constituency: Constituency;
  readonly way: SeatWay;
  /** Whose choice it is; parents may choose community members for their side (rule 15). */
  readonly chosenBy: Constituency;
  readonly votes: boolean;
  readonly name: Texts;
}
