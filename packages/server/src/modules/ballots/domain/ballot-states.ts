/** The life of a ballot. WITHDRAWN and CERTIFIED are ends. */
export const BALLOT_STATES = ['DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'TALLIED', 'CERTIFIED', 'WITHDRAWN'] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/** RETURN is the house's own: a scheduled ballot that may not open goes back to be put right. */
export const BALLOT_ACTS = ['REVISE', 'SCHEDULE', 'WITHDRAW', 'RETURN', 'OPEN', 'CAST', 'CLOSE', 'TALLY', 'SIGN', 'CERTIFY'] as const;
export type BallotAct = (typeof BALLOT_ACTS)[number];

/** Every act a state allows, and where it leads; whatever is not here is refused. */
const TABLE: Readonly<Record<BallotState, Readonly<Partial<Record<BallotAct, BallotState>>>>> = {
  DRAFT: { REVISE: 'DRAFT', SCHEDULE: 'SCHEDULED', WITHDRAW: 'WITHDRAWN' },
  // A change to what was announced is announced anew, so it passes the gates again.
  SCHEDULED: { REVISE: 'DRAFT', WITHDRAW: 'WITHDRAWN', RETURN: 'DRAFT', OPEN: 'OPEN' },
  OPEN: { CAST: 'OPEN', CLOSE: 'CLOSED' },
  CLOSED: { TALLY: 'TALLIED' },
  TALLIED: { SIGN: 'TALLIED', CERTIFY: 'CERTIFIED' },
  CERTIFIED: {},
  WITHDRAWN: {},
};

/** The state `act` leads to, or null where it is not allowed. */
export const after = (state: BallotState, act: BallotAct): BallotState | null => TABLE[state][act] ?? null;

export const allows = (state: BallotState, act: BallotAct): boolean => after(state, act) !== null;

/** Ballots announced to the community; drafts, and what became of them, stay with those who prepare them. */
export const isAnnounced = (state: BallotState): boolean => state !== 'DRAFT' && state !== 'WITHDRAWN';

/** The roll is frozen from the opening on. */
export const isFrozen = (state: BallotState): boolean => isAnnounced(state) && state !== 'SCHEDULED';
