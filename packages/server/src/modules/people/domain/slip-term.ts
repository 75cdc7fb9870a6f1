const DAY = 24 * 60 * 60 * 1000;

/** A slip made by the house itself is good for a year; none for longer than two. Milliseconds. */
export const USUAL_TERM = 365 * DAY;
export const LONGEST_TERM = 731 * DAY;

/** Why a slip cannot end then; null when it can. */
export function decideSlipTerm(expiresAt: Date, now: Date): 'PAST' | 'TOO_LATE' | null {
  const term = expiresAt.getTime() - now.getTime();
  if (term <= 0) return 'PAST';
  return term > LONGEST_TERM ? 'TOO_LATE' : null;
}
