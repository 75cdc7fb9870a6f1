/** The life of a meeting. ADJOURNED, NO_QUORUM and CANCELLED are ends. */
export const MEETING_STATES = ['DRAFT', 'NOTICED', 'IN_SESSION', 'ADJOURNED', 'NO_QUORUM', 'CANCELLED'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/**
 * POST_NOTICE posts the first notice or a new version of it. ATTEND is an arrival or a departure, RECORD whatever else
 * is entered while the meeting sits, DEMAND a demand that what was done be reconsidered (rule 27). DISCARD ends what
 * nobody outside has seen, CANCEL what was noticed. FILE_PAPER is whatever happens to the papers of its items, which come
 * in until the last has been handed out (Gov. Code 54957.5(c)).
 */
export const MEETING_ACTS = [
  'REVISE', 'POST_NOTICE', 'PROVE_POSTING', 'ATTEND', 'CALL_TO_ORDER', 'RECORD', 'END_WITHOUT_QUORUM', 'ADJOURN', 'CANCEL', 'DISCARD', 'DEMAND', 'FILE_PAPER',
] as const;
export type MeetingAct = (typeof MEETING_ACTS)[number];

/** Every act a state allows, and where it leads; whatever is not here is refused. */
const TABLE: Readonly<Record<MeetingState, Readonly<Partial<Record<MeetingAct, MeetingState>>>>> = {
  DRAFT: { REVISE: 'DRAFT', POST_NOTICE: 'NOTICED', DISCARD: 'CANCELLED', FILE_PAPER: 'DRAFT' },
  NOTICED: {
    REVISE: 'NOTICED', POST_NOTICE: 'NOTICED', PROVE_POSTING: 'NOTICED', ATTEND: 'NOTICED', CALL_TO_ORDER: 'IN_SESSION',
    END_WITHOUT_QUORUM: 'NO_QUORUM', CANCEL: 'CANCELLED', FILE_PAPER: 'NOTICED',
  },
  // A chair may call to order, count, and find too few.
  IN_SESSION: { ATTEND: 'IN_SESSION', RECORD: 'IN_SESSION', END_WITHOUT_QUORUM: 'NO_QUORUM', ADJOURN: 'ADJOURNED', FILE_PAPER: 'IN_SESSION' },
  ADJOURNED: { DEMAND: 'ADJOURNED', FILE_PAPER: 'ADJOURNED' },
  NO_QUORUM: {},
  CANCELLED: {},
};

/** The state `act` leads to, or null where it is not allowed. */
export const afterAct = (state: MeetingState, act: MeetingAct): MeetingState | null => TABLE[state][act] ?? null;

export const allowsAct = (state: MeetingState, act: MeetingAct): boolean => afterAct(state, act) !== null;
