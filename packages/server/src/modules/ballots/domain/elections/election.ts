import type { Constituency, Texts } from '../ballot.ts';
import type { ElectionState } from './election-states.ts';

export type { ElectionState } from './election-states.ts';

/**
 * What the body is, for the composition the law or a contract asks of it: school site council (EC 65000), English
 * learner advisory committee, local school leadership council (LAUSD–UTLA contract, Art. XXVII), or any other.
 */
export type BodyKind = 'SSC' | 'ELAC' | 'LSLC' | 'PLE_TEAM' | 'PTA' | 'PAC' | 'OTHER';

/** One seat is elected by CHOOSE_ONE or INSTANT_RUNOFF, several by APPROVAL or SCOTTISH_STV. */
export const ELECTION_METHODS = ['CHOOSE_ONE', 'INSTANT_RUNOFF', 'APPROVAL', 'SCOTTISH_STV'] as const;
export type ElectionMethod = (typeof ELECTION_METHODS)[number];

/** Whether a parent whom the school employs may stand for the parents (rule 16): not at all, or with a warning. */
export const EMPLOYEE_RULES = ['EXCLUDED', 'WARNED'] as const;
export type EmployeeRule = (typeof EMPLOYEE_RULES)[number];

/** How the seats of a constituency are filled once nominations are over. */
export type SeatWay = 'VOTE' | 'ACCLAIMED' | 'VACANT';

export interface SeatsUp {
  readonly constituency: Constituency;
  /** To be filled now. */
  readonly seats: number;
  /** Of the same constituency in the same body, not up for election. */
  readonly otherSeats: number;
  readonly method: ElectionMethod;
  /** What one such seat is called, for example "Parent representative". */
  readonly seatName: Texts;
  /** Parents may choose community members for their side (EC 65000; rule 15). */
  readonly communityStands: boolean;
}

/** What an election is, and under which rules. Times are moments; terms are days of the calendar. */
export interface ElectionFacts {
  readonly id: string;
  readonly environmentId: string;
  readonly state: ElectionState;
  readonly version: number;
  readonly title: Texts;
  readonly description: Texts;
  /** The body whose seats are filled, where it was one when this was written; then name, kind and student seats are its own. */
  readonly bodyId: string | null;
  readonly body: Texts;
  readonly bodyKind: BodyKind;
  /** Whether the body's rules give students seats; by default in high schools (rule 13). */
  readonly studentSeats: boolean;
  /** Where the orientation is held, and where the notice hangs. */
  readonly place: Texts;
  readonly constituencies: readonly SeatsUp[];
  /** When the notice is to be posted; null: by hand. */
  readonly noticeAt: Date | null;
  readonly noticedAt: Date | null;
  readonly orientationAt: Date;
  readonly nominationsFrom: Date;
  readonly nominationsUntil: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** First and last day of the term, `yyyy-mm-dd`. */
  readonly termStarts: string;
  readonly termEnds: string;
  /** Days of notice before voting, and before the orientation (rule 18). */
  readonly noticeDays: number;
  readonly orientationDays: number;
  /** Days after certification in which the result may be challenged. */
  readonly challengeDays: number;
  /** Longest statement of a candidate, in words of one language. */
  readonly statementWords: number;
  /** Bylaws that seat as many candidates as there are seats without a vote; otherwise there is a vote. */
  readonly acclamation: boolean;
  readonly employees: EmployeeRule;
}
