import { type EntityManager, school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { type RoundLooker, maySeeProposal } from '../../domain/rounds/proposal-policy.ts';
import type { ProposalFault } from '../../domain/rounds/proposal-wording.ts';
import type { RoundRefusal } from '../../domain/rounds/refusal.ts';
import { type ProposalRecord, lockProposal } from './proposal-record.ts';
import { roundLookerAt } from './round-looker.ts';

/** Which proposal, and what of it the person saw: its version, or for what people say the round they say it in. */
export interface ProposalAt {
  readonly id: string;
  readonly version?: number;
  readonly round?: number;
}

export type ProposalAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly proposalId: string }
  | { readonly answer: 'REFUSED'; readonly proposalId: string; readonly refusal: RoundRefusal }
  | { readonly answer: 'FAULTY'; readonly faults: readonly ProposalFault[] };

export interface ChangingProposal {
  readonly em: EntityManager;
  readonly proposal: ProposalRecord;
  readonly looker: RoundLooker;
}

/** What a change came to: a rule's refusal, or faults of the words; null when it is done. */
export type NotDone = { readonly refusal: RoundRefusal } | { readonly faults: readonly ProposalFault[] } | null;

/**
 * The first three beats of every act on a proposal, and its answer: open, load under a lock, ask the policy. `change`
 * asks its rule and writes, or says why not, having written nothing.
 * @throws NOT_FOUND when there is no such proposal, the viewer may not see it, or `may` says no.
 */
export function changeProposal(
  house: House, viewer: ViewerFacts, { id, version, round }: ProposalAt,
  may: (looker: RoundLooker) => boolean,
  change: (changing: ChangingProposal) => Promise<NotDone>,
): Promise<ProposalAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<ProposalAnswer> => {
    const proposal = await lockProposal(em, id);
    if (proposal === null) throw coded('NOT_FOUND');
    const looker = roundLookerAt(viewer, proposal, proposal.participants.some(({ personId }) => personId === viewer.personId));
    if (!maySeeProposal(looker, proposal) || !may(looker)) throw coded('NOT_FOUND');
    if ((version ?? proposal.version) !== proposal.version || (round ?? proposal.round) !== proposal.round) {
      return { answer: 'STALE', proposalId: proposal.id };
    }
    const not = await change({ em, proposal, looker });
    if (not === null) return { answer: 'CHANGED', proposalId: proposal.id };
    return 'faults' in not ? { answer: 'FAULTY', faults: not.faults } : { answer: 'REFUSED', proposalId: proposal.id, refusal: not.refusal };
  });
}
