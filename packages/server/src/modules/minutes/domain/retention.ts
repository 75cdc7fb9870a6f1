import { type MinutesDecision, refuseMinutes } from './refusal.ts';

/** Kinds of records a body makes. WORKING_PAPER: drafts, and whatever is no record of anything done. */
export const RECORD_KINDS = ['MINUTES', 'ELECTION_RESULT', 'NOTICE', 'POSTING_PROOF', 'NOMINATION', 'BALLOT', 'SIGN_IN', 'WORKING_PAPER'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The fewest years that nominations, ballots, sign-ins and a meeting's documents are kept (domain.md S45; rule 26). */
export const LEAST_YEARS = 5;

/**
 * Until when a record made on that day is kept, its last day included: minutes and results of elections for ever (5 CCR
 * 16023, domain.md S47), what they rest on for the body's own number of years but at least five. Null: nothing asks for
 * it. Days are of the calendar, `yyyy-mm-dd`.
 */
export function keptUntil(kind: RecordKind, madeOn: string, years: number): string | 'FOR_EVER' | null {
  switch (kind) {
    case 'MINUTES': case 'ELECTION_RESULT': return 'FOR_EVER';
    case 'WORKING_PAPER': return null;
    default: return yearsLater(madeOn, Math.max(LEAST_YEARS, years));
  }
}

/** Somebody's order that something be kept: a lawsuit, an audit, a request for public records. */
export interface HoldFacts {
  readonly id: string;
  readonly releasedOn: string | null;
}

/** Deletes a record: not for ever kept, not before its day has passed, never under a hold (rule 26). */
export function decideDelete(kind: RecordKind, madeOn: string, years: number, holds: readonly HoldFacts[], today: string): MinutesDecision {
  const until = keptUntil(kind, madeOn, years);
  if (until === 'FOR_EVER') return refuseMinutes('KEPT_FOR_EVER', [kind]);
  const held = holds.filter(({ releasedOn }) => releasedOn === null || releasedOn > today);
  if (held.length > 0) return refuseMinutes('ON_HOLD', held.map(({ id }) => id));
  return until !== null && today <= until ? refuseMinutes('KEPT_UNTIL', [until]) : { ok: true };
}

/** 29 February becomes 1 March: a day more, never a day less. */
function yearsLater(date: string, years: number): string {
  const later = new Date(Date.parse(date));
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later.toISOString().slice(0, 10);
}
