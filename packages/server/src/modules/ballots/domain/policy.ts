import { type BallotState, allows, isAnnounced } from './ballot-states.ts';

/** What the people room says of the viewer in the ballot's environment. */
export interface Looker {
  /** Prepares ballots: coordinator or administrator. */
  readonly drafts: boolean;
  /** Sits on the election committee: any of them, or clerk. */
  readonly committee: boolean;
}

export const NOBODY: Looker = { drafts: false, committee: false };

/** Announced ballots are public; a draft is for those who prepare or will certify it. */
export const maySeeBallot = (looker: Looker, state: BallotState): boolean => isAnnounced(state) || looker.committee;

/** Hidden until the count is certified (rule 21); the committee must see what it certifies. */
export const maySeeResult = (looker: Looker, state: BallotState): boolean =>
  state === 'CERTIFIED' || (state === 'TALLIED' && looker.committee);

/** With what the public may not see: single votes of small groups, and whole long rankings. */
export const maySeeAuditorsBundle = (looker: Looker, state: BallotState): boolean =>
  looker.committee && (state === 'TALLIED' || state === 'CERTIFIED');

/** Changes its words or takes it back; what an election asks is the election's, candidates and their order included. */
export const mayReword = (looker: Looker, { electionId }: { readonly electionId: string | null }): boolean => looker.drafts && electionId === null;

export interface BallotPermissions {
  readonly edit: boolean;
  readonly schedule: boolean;
  readonly open: boolean;
  readonly close: boolean;
  readonly certify: boolean;
  readonly cast: boolean;
  readonly withdraw: boolean;
}

/** What the buttons show; each use case asks the same questions again. `signed`: this viewer certified already. */
export function permissions(
  looker: Looker, state: BallotState, { signed, mayVote }: { readonly signed: boolean; readonly mayVote: boolean },
): BallotPermissions {
  return {
    edit: looker.drafts && allows(state, 'REVISE'),
    schedule: looker.drafts && allows(state, 'SCHEDULE'),
    open: looker.drafts && allows(state, 'OPEN'),
    close: looker.drafts && allows(state, 'CLOSE'),
    certify: looker.committee && allows(state, 'SIGN') && !signed,
    cast: mayVote && allows(state, 'CAST'),
    withdraw: looker.drafts && allows(state, 'WITHDRAW'),
  };
}
