/** The life of a meeting's minutes. From APPROVED on nothing in them changes but by an amending motion. */
export const MINUTES_STATES = ['DRAFT', 'CIRCULATED', 'APPROVED', 'APPROVED_AS_CORRECTED', 'AMENDED'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

/** CORRECT stands for proposing a correction and for settling one; RETURN takes circulated minutes back to the secretary. */
export const MINUTES_ACTS = ['EDIT', 'CIRCULATE', 'CORRECT', 'RETURN', 'APPROVE', 'APPROVE_AS_CORRECTED', 'AMEND'] as const;
export type MinutesAct = (typeof MINUTES_ACTS)[number];

/** Every act a state allows, and where it leads; whatever is not here is refused. */
const TABLE: Readonly<Record<MinutesState, Readonly<Partial<Record<MinutesAct, MinutesState>>>>> = {
  DRAFT: { EDIT: 'DRAFT', CIRCULATE: 'CIRCULATED' },
  // What members were sent is what they correct: the secretary does not change it under their eyes.
  CIRCULATED: { CORRECT: 'CIRCULATED', RETURN: 'DRAFT', APPROVE: 'APPROVED', APPROVE_AS_CORRECTED: 'APPROVED_AS_CORRECTED' },
  APPROVED: { AMEND: 'AMENDED' },
  APPROVED_AS_CORRECTED: { AMEND: 'AMENDED' },
  AMENDED: { AMEND: 'AMENDED' },
};

/** The state `act` leads to, or null where it is not allowed. */
export const afterAct = (state: MinutesState, act: MinutesAct): MinutesState | null => TABLE[state][act] ?? null;

export const allowsAct = (state: MinutesState, act: MinutesAct): boolean => afterAct(state, act) !== null;

/** Why an act is refused where the state does not allow it: what was approved changes by a motion alone (rule 25). */
export const refusedIn = (state: MinutesState): 'WRONG_STATE' | 'ONLY_BY_MOTION' => (allowsAct(state, 'AMEND') ? 'ONLY_BY_MOTION' : 'WRONG_STATE');
