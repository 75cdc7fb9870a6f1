/** The life of a proposal. ADOPTED, NOT_ADOPTED and WITHDRAWN are ends. */
export const PROPOSAL_STATES = ['DRAFT', 'OPEN', 'ADOPTED', 'NOT_ADOPTED', 'WITHDRAWN'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** NEXT_ROUND, ADOPT, END and BALLOT close the round that is open. */
export const PROPOSAL_ACTS = ['REVISE', 'OPEN', 'WITHDRAW', 'RESPOND', 'COMMENT', 'HEAR', 'NEXT_ROUND', 'ADOPT', 'END', 'BALLOT'] as const;
export type ProposalAct = (typeof PROPOSAL_ACTS)[number];

/** Every act a state allows, and where it leads; whatever is not here is refused. */
const TABLE: Readonly<Record<ProposalState, Readonly<Partial<Record<ProposalAct, ProposalState>>>>> = {
  DRAFT: { REVISE: 'DRAFT', OPEN: 'OPEN', WITHDRAW: 'WITHDRAWN' },
  OPEN: {
    WITHDRAW: 'WITHDRAWN', RESPOND: 'OPEN', COMMENT: 'OPEN', HEAR: 'OPEN',
    NEXT_ROUND: 'OPEN', ADOPT: 'ADOPTED', END: 'NOT_ADOPTED', BALLOT: 'NOT_ADOPTED',
  },
  ADOPTED: {},
  NOT_ADOPTED: {},
  WITHDRAWN: {},
};

/** The state `act` leads to, or null where it is not allowed. */
export const afterAct = (state: ProposalState, act: ProposalAct): ProposalState | null => TABLE[state][act] ?? null;

export const allowsAct = (state: ProposalState, act: ProposalAct): boolean => afterAct(state, act) !== null;
