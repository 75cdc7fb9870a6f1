/** The life of an election of members. SET_ASIDE and WITHDRAWN are ends, and so is CERTIFIED once seats are taken. */
export const ELECTION_STATES = [
  'SCHEDULED', 'NOTICED', 'NOMINATING', 'OPEN', 'CLOSED', 'TALLIED', 'CERTIFIED', 'CHALLENGED', 'SET_ASIDE', 'WITHDRAWN',
] as const;
export type ElectionState = (typeof ELECTION_STATES)[number];

/**
 * NOMINATE stands for everything done to a nomination: proposing, answering, stating, withdrawing. DISMISS is the last
 * open challenge dismissed, or upheld for some constituencies only; SET_ASIDE is no result left standing.
 */
export const ELECTION_ACTS = [
  'REVISE', 'NOTICE', 'BEGIN_NOMINATIONS', 'NOMINATE', 'WITHDRAW', 'OPEN', 'CLOSE', 'TALLY', 'SIGN', 'CERTIFY', 'CHALLENGE', 'DISMISS',
  'SET_ASIDE', 'SEAT',
] as const;
export type ElectionAct = (typeof ELECTION_ACTS)[number];

/** Every act a state allows, and where it leads; whatever is not here is refused. */
const TABLE: Readonly<Record<ElectionState, Readonly<Partial<Record<ElectionAct, ElectionState>>>>> = {
  SCHEDULED: { REVISE: 'SCHEDULED', NOTICE: 'NOTICED', WITHDRAW: 'WITHDRAWN' },
  // A change to what was posted needs a notice of its own, and the time of notice runs anew.
  NOTICED: { REVISE: 'SCHEDULED', BEGIN_NOMINATIONS: 'NOMINATING', WITHDRAW: 'WITHDRAWN' },
  NOMINATING: { NOMINATE: 'NOMINATING', OPEN: 'OPEN', WITHDRAW: 'WITHDRAWN' },
  OPEN: { CLOSE: 'CLOSED' },
  CLOSED: { TALLY: 'TALLIED' },
  TALLIED: { SIGN: 'TALLIED', CERTIFY: 'CERTIFIED' },
  CERTIFIED: { CHALLENGE: 'CHALLENGED', SEAT: 'CERTIFIED' },
  CHALLENGED: { CHALLENGE: 'CHALLENGED', DISMISS: 'CERTIFIED', SET_ASIDE: 'SET_ASIDE' },
  SET_ASIDE: {},
  WITHDRAWN: {},
};

/** The state `act` leads to, or null where it is not allowed. */
export const electionAfter = (state: ElectionState, act: ElectionAct): ElectionState | null => TABLE[state][act] ?? null;

export const electionAllows = (state: ElectionState, act: ElectionAct): boolean => electionAfter(state, act) !== null;
