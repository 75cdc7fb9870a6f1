/** Why something cannot happen to an election now; the page explains it and says what to do. */
export const ELECTION_REFUSALS = [
  'WRONG_STATE', 'MISSING_LOCALES', 'NOTICE_TOO_SHORT', 'ORIENTATION_TOO_SOON', 'NOMINATIONS_NOT_OPEN', 'NOMINATIONS_CLOSED',
  'NOMINATIONS_STILL_OPEN', 'TOO_EARLY', 'CLOSES_IN_PAST', 'EMPTY_ROLL', 'STATEMENTS_MISSING_LOCALES', 'NOT_A_MEMBER', 'NOMINEE_UNKNOWN',
  'NOMINEE_AMBIGUOUS', 'OTHER_CONSTITUENCY', 'EMPLOYED', 'ALREADY_NOMINATED', 'NOT_THE_NOMINEE', 'ANSWERED', 'NOT_COMMITTEE',
  'CERTIFIER_TWICE', 'NOT_ON_ROLL', 'CHALLENGES_OVER', 'CHALLENGER', 'DECIDED', 'SEAT_NOT_HELD',
] as const;
export type ElectionRefusalReason = (typeof ELECTION_REFUSALS)[number];

export interface ElectionRefusal {
  readonly reason: ElectionRefusalReason;
  /** Languages, constituencies, the state, or moments (ISO 8601) that the refusal is about; for a date, the first that would do. */
  readonly about: readonly string[];
}

export type ElectionDecision<T extends object = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: ElectionRefusal };

export const refuse = (reason: ElectionRefusalReason, about: readonly string[] = []): { ok: false; refusal: ElectionRefusal } =>
  ({ ok: false, refusal: { reason, about } });
