const DAY = 24 * 60 * 60 * 1000;

/** A slip made without a date is good for a school year; none for longer than two. Milliseconds. */
export const USUAL_TERM = 365 * DAY;
export const LONGEST_TERM = 731 * DAY;

export type SlipTerm =
  | { readonly ok: true; readonly expiresAt: Date }
  | { readonly ok: false; readonly refusal: 'PAST' | 'TOO_LATE' };

export function decideSlipTerm(wanted: Date | null, now: Date): SlipTerm {
  if (wanted === null) return { ok: true, expiresAt: new Date(now.getTime() + USUAL_TERM) };
  const term = wanted.getTime() - now.getTime();
  if (term <= 0) return { ok: false, refusal: 'PAST' };
  return term > LONGEST_TERM ? { ok: false, refusal: 'TOO_LATE' } : { ok: true, expiresAt: wanted };
}
