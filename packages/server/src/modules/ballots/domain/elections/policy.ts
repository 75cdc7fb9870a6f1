import type { Looker } from '../policy.ts';
import { type ElectionState, electionAllows } from './election-states.ts';

/** What was noticed is public, also when it was withdrawn later; what is being prepared is for those who prepare or will certify it. */
export const maySeeElection = (looker: Looker, { noticedAt }: { readonly noticedAt: Date | null }): boolean => noticedAt !== null || looker.committee;

/** A nomination is between nominee, nominator and committee until the nominee accepts. */
export const maySeeNomination = (
  looker: Looker, viewerId: string | null, nomination: { readonly state: string; readonly personId: string; readonly nominatedBy: string },
): boolean => nomination.state === 'ACCEPTED' || looker.committee || (viewerId !== null && [nomination.personId, nomination.nominatedBy].includes(viewerId));

export interface ElectionPermissions {
  readonly edit: boolean;
  readonly notice: boolean;
  readonly withdraw: boolean;
  readonly open: boolean;
  readonly nominate: boolean;
  readonly certify: boolean;
  readonly challenge: boolean;
  readonly decideChallenges: boolean;
  readonly translateStatements: boolean;
}

/** What the buttons show; each use case asks the same questions again. */
export function electionPermissions(looker: Looker, state: ElectionState, { signed, member, onRoll, nominationsOpen, challengesOpen }: {
  /** This viewer certified already. */
  readonly signed: boolean;
  /** Of a constituency whose seats are up. */
  readonly member: boolean;
  readonly onRoll: boolean;
  readonly nominationsOpen: boolean;
  readonly challengesOpen: boolean;
}): ElectionPermissions {
  return {
    edit: looker.drafts && electionAllows(state, 'REVISE'),
    notice: looker.drafts && electionAllows(state, 'NOTICE'),
    withdraw: looker.drafts && electionAllows(state, 'WITHDRAW'),
    open: looker.drafts && electionAllows(state, 'OPEN'),
    nominate: member && nominationsOpen && electionAllows(state, 'NOMINATE'),
    certify: looker.committee && !signed && electionAllows(state, 'SIGN'),
    challenge: onRoll && challengesOpen && electionAllows(state, 'CHALLENGE'),
    decideChallenges: looker.committee && state === 'CHALLENGED',
    translateStatements: looker.committee && electionAllows(state, 'NOMINATE'),
  };
}
