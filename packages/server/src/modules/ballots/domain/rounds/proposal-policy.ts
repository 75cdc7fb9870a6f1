import { type ProposalState, allowsAct } from './proposal-states.ts';
import type { ProposalFacts } from './proposal.ts';

/** What somebody is to one proposal. */
export interface RoundLooker {
  /** Prepares what is asked in the environment: coordinator or administrator. */
  readonly prepares: boolean;
  readonly facilitates: boolean;
  readonly takesPart: boolean;
}

/** Inside, everybody is called by name. Whoever prepares may step in for a facilitator who is away, and so sees what they see. */
export const isInside = ({ prepares, facilitates, takesPart }: RoundLooker): boolean => prepares || facilitates || takesPart;

export const leads = ({ prepares, facilitates }: RoundLooker): boolean => prepares || facilitates;

/** A proposal is its team's own, unless its record is public; before the first round it is its preparers'. */
export function maySeeProposal(looker: RoundLooker, { round, publicRecord }: Pick<ProposalFacts, 'round' | 'publicRecord'>): boolean {
  return round === 0 ? leads(looker) : publicRecord || isInside(looker);
}

export interface ProposalPermissions {
  readonly edit: boolean;
  readonly open: boolean;
  readonly withdraw: boolean;
  readonly respond: boolean;
  readonly comment: boolean;
  readonly hear: boolean;
  readonly closeRound: boolean;
  readonly makeBallot: boolean;
}

/** What the buttons show; each use case asks the same questions again. */
export function proposalPermissions(looker: RoundLooker, state: ProposalState): ProposalPermissions {
  return {
    edit: leads(looker) && allowsAct(state, 'REVISE'),
    open: leads(looker) && allowsAct(state, 'OPEN'),
    withdraw: leads(looker) && allowsAct(state, 'WITHDRAW'),
    respond: looker.takesPart && allowsAct(state, 'RESPOND'),
    comment: (looker.takesPart || looker.facilitates) && allowsAct(state, 'COMMENT'),
    hear: leads(looker) && allowsAct(state, 'HEAR'),
    closeRound: leads(looker) && allowsAct(state, 'ADOPT'),
    makeBallot: looker.prepares && allowsAct(state, 'BALLOT'),
  };
}
