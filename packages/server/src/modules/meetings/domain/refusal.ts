/** Why something cannot happen to a meeting now; the page explains it in its own words. */
export const MEETING_REFUSALS = [
  'WRONG_STATE', 'TOO_EARLY', 'HOUR_PASSED', 'NO_POSTING_PROOF', 'POSTED_TOO_LATE', 'PROOF_OF_FUTURE', 'ALREADY_PRESENT', 'NOT_PRESENT', 'OUT_OF_ORDER',
  'QUORUM_WAS_MET', 'NO_REMEDY', 'BEFORE_ACTION', 'DEMAND_TOO_LATE', 'BODY_CLOSED', 'NO_SUCH_ITEM', 'NO_SUCH_NOTICE', 'UNDER_ITSELF', 'TOO_DEEP',
  'TOO_MANY_ITEMS', 'NOTHING_CHANGED', 'NO_SUCH_UPLOAD', 'NO_SUCH_PAPER', 'TOO_MANY_PAPERS',
] as const;
export type MeetingRefusalReason = (typeof MEETING_REFUSALS)[number];

/**
 * Why an act of the room cannot happen now: what is said of meetings, what is said of motions, which a later room decides,
 * and what is of a sitting alone.
 */
export const SITTING_REFUSALS = [
  ...MEETING_REFUSALS,
  'NO_SUCH_MEMBER', 'NO_SUCH_SPEAKER', 'IN_THE_FUTURE', 'DOOR_CODE', 'NOT_ONLINE', 'NOBODY_PRESIDES', 'ITEM_CLOSED', 'AGENDA_OPEN', 'QUESTION_OPEN',
  'ANOTHER_SPEAKS', 'SPEAKER_STATE', 'ALREADY_WAITING', 'TOO_MANY_SPEAKERS',
  'NOT_IN_SESSION', 'NOT_A_VOTING_MEMBER', 'CHAIR_DOES_NOT_MOVE', 'MOVER_SECONDS', 'NO_SECONDER', 'NO_QUORUM', 'NOT_ELIGIBLE', 'COMMENT_NOT_OFFERED',
  'SECRET_VOTE', 'AMENDMENT_PENDING', 'NOTHING_AMENDED', 'QUESTION_NOT_PUT', 'NO_SUCH_MOTION', 'THRESHOLD_TOO_LOW', 'VOTES_MISSING', 'ALREADY_OBJECTED',
  'CONSENSUS_FIRST', 'ROLL_CALL_ONLY', 'TOO_FEW_FOR_CONSENT', 'NOT_RUNNING', 'NO_SUCH_DECISION', 'NO_SUCH_PERSON', 'MINUTES_APPROVED',
  'NO_SUCH_MINUTES', 'MINUTES_NOT_CIRCULATED', 'MINUTES_NOT_APPROVED', 'CORRECTIONS_OPEN', 'NOT_ADOPTED',
  'NO_SUCH_SUBJECT',
] as const;
export type SittingRefusalReason = (typeof SITTING_REFUSALS)[number];

export interface MeetingRefusal {
  readonly reason: MeetingRefusalReason;
  /** The state, numbers, days (`yyyy-mm-dd`) or moments (ISO 8601) that the refusal is about. */
  readonly about: readonly string[];
}

export type MeetingDecision<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: MeetingRefusal };

/** One of the reasons against an act of the room. */
export interface SittingRefusal {
  readonly reason: SittingRefusalReason;
  /** The state, ids, numbers, moments (ISO 8601) or codes that the refusal is about; never a name. */
  readonly about: readonly string[];
}

export const sittingRefusal = (reason: SittingRefusalReason, about: readonly (string | number)[] = []): SittingRefusal => ({ reason, about: about.map(String) });

/** Only one reason keeps it from happening. */
export const refuseSitting = (reason: SittingRefusalReason, about: readonly (string | number)[] = []): { refusals: readonly SittingRefusal[] } =>
  ({ refusals: [sittingRefusal(reason, about)] });

export const refuseMeeting = (reason: MeetingRefusalReason, about: readonly (string | number)[] = []): { ok: false; refusal: MeetingRefusal } =>
  ({ ok: false, refusal: { reason, about: about.map(String) } });
