/** Why something cannot happen now; the page explains it in its own words. */
export type BallotRefusalReason =
  | 'NOT_OPEN' | 'CLOSED' | 'NOT_ON_ROLL' | 'ALREADY_VOTED' | 'INVALID_CHOICE' | 'WRONG_STATE' | 'MISSING_LOCALES'
  | 'MISSING_TIMES' | 'CLOSES_IN_PAST' | 'EMPTY_ROLL' | 'CERTIFIER_TWICE' | 'NOT_COMMITTEE' | 'BUSY' | 'SECRET' | 'TOO_MANY_PAPERS';

export interface Refusal {
  readonly reason: BallotRefusalReason;
  /** Fields, languages, constituencies or the state that the refusal is about. */
  readonly about: readonly string[];
}

export type Decision<T extends object = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };

export const refuse = (reason: BallotRefusalReason, about: readonly string[] = []): { ok: false; refusal: Refusal } =>
  ({ ok: false, refusal: { reason, about } });
