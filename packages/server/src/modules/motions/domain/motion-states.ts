/** The life of a motion. ADOPTED, FAILED, REFERRED and WITHDRAWN are ends; a tabled one may be taken up again. */
export const MOTION_STATES = ['MOVED', 'SECONDED', 'OPEN', 'VOTING', 'ADOPTED', 'FAILED', 'TABLED', 'REFERRED', 'WITHDRAWN'] as const;
export type MotionState = (typeof MOTION_STATES)[number];

/**
 * STATE is the chair repeating the question, which opens debate; LAPSE a motion nobody seconds. AMEND stands for all that
 * is done to an amendment. CONSENT is adoption without objection, ADOPT and FAIL the announced result of a counted vote,
 * STOP_VOTE a vote broken off before that.
 */
export const MOTION_ACTS = [
  'SECOND', 'LAPSE', 'STATE', 'AMEND', 'OPEN_VOTE', 'CONSENT', 'VOTE', 'STOP_VOTE', 'ADOPT', 'FAIL', 'TABLE', 'TAKE_UP', 'REFER', 'WITHDRAW',
] as const;
export type MotionAct = (typeof MOTION_ACTS)[number];

/** Every act a state allows, and where it leads; whatever is not here is refused. */
const TABLE: Readonly<Record<MotionState, Readonly<Partial<Record<MotionAct, MotionState>>>>> = {
  MOVED: { SECOND: 'SECONDED', LAPSE: 'FAILED', WITHDRAW: 'WITHDRAWN' },
  SECONDED: { STATE: 'OPEN', WITHDRAW: 'WITHDRAWN' },
  OPEN: { AMEND: 'OPEN', OPEN_VOTE: 'VOTING', CONSENT: 'ADOPTED', TABLE: 'TABLED', REFER: 'REFERRED', WITHDRAW: 'WITHDRAWN' },
  // Nothing but the vote itself once the question is put.
  VOTING: { VOTE: 'VOTING', STOP_VOTE: 'OPEN', ADOPT: 'ADOPTED', FAIL: 'FAILED' },
  ADOPTED: {},
  FAILED: {},
  TABLED: { TAKE_UP: 'OPEN' },
  REFERRED: {},
  WITHDRAWN: {},
};

/** The state `act` leads to, or null where it is not allowed. */
export const afterAct = (state: MotionState, act: MotionAct): MotionState | null => TABLE[state][act] ?? null;

export const allowsAct = (state: MotionState, act: MotionAct): boolean => afterAct(state, act) !== null;
