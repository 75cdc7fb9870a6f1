/** Why something cannot happen to minutes or to a record now; the page explains it in its own words. */
export type MinutesRefusalReason =
  | 'WRONG_STATE' | 'NOT_COMPLETE' | 'NOT_A_MEMBER_PRESENT' | 'NO_SUCH_PASSAGE' | 'PASSAGE_NOT_UNIQUE' | 'NOTHING_CORRECTED' | 'SETTLED'
  | 'CORRECTIONS_OPEN' | 'NOT_ADOPTED' | 'KEPT_FOR_EVER' | 'KEPT_UNTIL' | 'ON_HOLD';

export interface MinutesRefusal {
  readonly reason: MinutesRefusalReason;
  /** The state, missing parts, numbers, days (`yyyy-mm-dd`) or holds that the refusal is about. */
  readonly about: readonly string[];
}

export type MinutesDecision<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: MinutesRefusal };

export const refuseMinutes = (reason: MinutesRefusalReason, about: readonly (string | number)[] = []): { ok: false; refusal: MinutesRefusal } =>
  ({ ok: false, refusal: { reason, about: about.map(String) } });
