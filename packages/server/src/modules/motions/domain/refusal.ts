/** Why something cannot happen to a motion now; the page explains it in its own words. */
export const MOTION_REFUSALS = [
  'WRONG_STATE', 'NOT_IN_SESSION', 'NOT_A_VOTING_MEMBER', 'NOT_PRESENT', 'CHAIR_DOES_NOT_MOVE', 'MOVER_SECONDS', 'NO_SECONDER', 'NO_QUORUM',
  'NOT_ELIGIBLE', 'COMMENT_NOT_OFFERED', 'SECRET_VOTE', 'AMENDMENT_PENDING', 'NOTHING_AMENDED', 'QUESTION_NOT_PUT', 'CONSENSUS_FIRST', 'QUESTION_OPEN',
  'ROLL_CALL_ONLY', 'TOO_FEW_FOR_CONSENT', 'THRESHOLD_TOO_LOW', 'NOT_RUNNING', 'NO_SUCH_MEMBER', 'NO_SUCH_ITEM', 'NO_SUCH_DECISION', 'NO_SUCH_PERSON', 'MINUTES_APPROVED',
] as const;
export type MotionRefusalReason = (typeof MOTION_REFUSALS)[number];

export interface MotionRefusal {
  readonly reason: MotionRefusalReason;
  /** The state, people, numbers or reasons that the refusal is about. */
  readonly about: readonly string[];
}

export type MotionDecision<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: MotionRefusal };

export const motionRefusal = (reason: MotionRefusalReason, about: readonly (string | number)[] = []): MotionRefusal => ({ reason, about: about.map(String) });

export const refuseMotion = (reason: MotionRefusalReason, about: readonly (string | number)[] = []): { ok: false; refusal: MotionRefusal } =>
  ({ ok: false, refusal: motionRefusal(reason, about) });
