/** Why something cannot happen to a meeting now; the page explains it in its own words. */
export const MEETING_REFUSALS = [
  'WRONG_STATE', 'TOO_EARLY', 'NO_POSTING_PROOF', 'POSTED_TOO_LATE', 'PROOF_OF_FUTURE', 'ALREADY_PRESENT', 'NOT_PRESENT', 'OUT_OF_ORDER',
  'QUORUM_WAS_MET', 'NO_REMEDY', 'BEFORE_ACTION', 'DEMAND_TOO_LATE', 'BODY_CLOSED', 'NO_SUCH_ITEM', 'NO_SUCH_NOTICE', 'UNDER_ITSELF', 'TOO_DEEP',
  'TOO_MANY_ITEMS', 'NOTHING_CHANGED',
] as const;
export type MeetingRefusalReason = (typeof MEETING_REFUSALS)[number];

export interface MeetingRefusal {
  readonly reason: MeetingRefusalReason;
  /** The state, numbers, days (`yyyy-mm-dd`) or moments (ISO 8601) that the refusal is about. */
  readonly about: readonly string[];
}

export type MeetingDecision<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: MeetingRefusal };

export const refuseMeeting = (reason: MeetingRefusalReason, about: readonly (string | number)[] = []): { ok: false; refusal: MeetingRefusal } =>
  ({ ok: false, refusal: { reason, about: about.map(String) } });
