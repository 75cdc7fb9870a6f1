/** Why something cannot happen now in an open round; the page explains it in its own words. */
export type RoundRefusalReason =
  | 'WRONG_STATE' | 'MISSING_LOCALES' | 'TOO_FEW_PARTICIPANTS' | 'TOO_MANY_PARTICIPANTS' | 'NOT_PARTICIPANT' | 'WRONG_ANSWER'
  | 'REASON_NEEDED' | 'TOO_MANY_CHANGES' | 'NOTHING_TO_HEAR' | 'NO_QUORUM' | 'NOT_HEARD' | 'STANDING_CONCERN' | 'NOT_AMENDED'
  | 'TOO_MANY_ROUNDS' | 'TOO_MANY_COMMENTS';

export interface RoundRefusal {
  readonly reason: RoundRefusalReason;
  /** The state, languages, or numbers that the refusal is about. */
  readonly about: readonly string[];
}

export type RoundDecision<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: RoundRefusal };

export const refuseRound = (reason: RoundRefusalReason, about: readonly (string | number)[] = []): { ok: false; refusal: RoundRefusal } =>
  ({ ok: false, refusal: { reason, about: about.map(String) } });
