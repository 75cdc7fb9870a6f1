import type { RemedyRefusal } from './refusal.ts';
import { remedyRefusal } from './refusal.ts';

/**
 * RECEIVED, on an agenda, past its day, and the four ends: the body adopted a motion to reconsider, it voted one down and
 * so stands by what it did, it answered in writing, or whoever demanded took it back.
 */
export const DEMAND_STATES = ['RECEIVED', 'ON_AGENDA', 'OVERDUE', 'RECONSIDERED', 'CONFIRMED', 'ANSWERED', 'WITHDRAWN'] as const;
export type DemandState = (typeof DEMAND_STATES)[number];

/** Laws that know a demand. */
export type RemedyLaw = 'GREENE' | 'BROWN';

export interface DemandStanding {
  readonly settled: 'RECONSIDERED' | 'ANSWERED' | 'WITHDRAWN' | null;
  /** A motion to reconsider was voted down. */
  readonly confirmed: boolean;
  readonly onAgenda: boolean;
  /** Under the Greene Act: the body met again, by a notice posted after the demand came. */
  readonly metSince: boolean;
  /** Under the Brown Act: the last day to answer, `yyyy-mm-dd`. */
  readonly answerBy: string | null;
}

/** Where a demand stands today: the Brown Act gives 30 days (Gov. Code 54960.1), the Greene Act until the next meeting (EC 35147). */
export function standingOfDemand({ settled, confirmed, onAgenda, metSince, answerBy }: DemandStanding, today: string): DemandState {
  if (settled !== null) return settled;
  if (confirmed) return 'CONFIRMED';
  if (answerBy === null ? metSince : today > answerBy) return 'OVERDUE';
  return onAgenda ? 'ON_AGENDA' : 'RECEIVED';
}

/** Where the law that a demand rests on is written; a private association's own rules know none. */
export const SOURCE: Readonly<Record<RemedyLaw, string>> = { GREENE: 'EC 35147', BROWN: 'Gov. Code 54960.1' };

export const isOpen = (state: DemandState): boolean => state === 'RECEIVED' || state === 'ON_AGENDA' || state === 'OVERDUE';

/** Only what waits is answered or taken back. */
export const unlessOpen = (state: DemandState): RemedyRefusal | null => (isOpen(state) ? null : remedyRefusal('SETTLED', null, [state]));

/** What the viewer is to a demand. */
export interface DemandLooker {
  /** Prepares the body's meetings. */
  readonly prepares: boolean;
  /** Made it: has its secret, or was signed in. */
  readonly follows: boolean;
}

/** Words may hold what nobody has read before: they are for who answers them and who wrote them. */
export const maySeeWords = ({ prepares, follows }: DemandLooker): boolean => prepares || follows;

export const mayAnswer = ({ prepares }: DemandLooker, state: DemandState): boolean => prepares && isOpen(state);

/** Demands about one meeting: past that, somebody only makes work. */
export const MOST_DEMANDS = 100;
