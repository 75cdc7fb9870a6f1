/** Why something cannot happen to a body now; the page explains it and says what to do. */
export const BODY_REFUSALS = [
  'CLOSED', 'SEAT_NOT_HELD', 'SEAT_HELD', 'SEAT_RETIRED', 'SEAT_ELECTED', 'NOT_OF_CONSTITUENCY', 'EMPLOYED', 'SEATED_ALREADY', 'NOT_A_MEMBER', 'NO_SUCH_OFFICE',
  'HOLDS_OFFICE', 'COMPOSITION', 'VACANT_SEATS', 'NOTHING_ENDED', 'NOTHING_TO_COME', 'OFFICE_NOT_HELD', 'SUCCEEDED_BEFORE',
] as const;
export type BodyRefusalReason = (typeof BODY_REFUSALS)[number];

export interface BodyRefusal {
  readonly reason: BodyRefusalReason;
  /** Constituencies, rules, offices, days or numbers that the refusal is about. */
  readonly about: readonly string[];
}

export type BodyDecision = { readonly ok: true } | { readonly ok: false; readonly refusal: BodyRefusal };

export const refuseBody = (reason: BodyRefusalReason, about: readonly string[] = []): { ok: false; refusal: BodyRefusal } =>
  ({ ok: false, refusal: { reason, about } });
