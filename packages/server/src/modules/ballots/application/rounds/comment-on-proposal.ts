import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideComment } from '../../domain/rounds/responding.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { type CommentRecord, currentRound } from './proposal-record.ts';
import { recordProposal } from './record-proposal.ts';
import { mustSay } from './said.ts';

/** A question or a reaction, in short; what decides is the answer, not the talk. @throws BAD_INPUT when nothing is said, or too much. */
export async function commentOnProposal(
  house: House, viewer: ViewerFacts, at: Required<Pick<ProposalAt, 'id' | 'round'>>, kind: CommentRecord['kind'], text: string,
) {
  const body = mustSay('comment', text);
  return changeProposal(house, viewer, at, () => true, async ({ em, proposal, looker }) => {
    const before = proposal.round === 0 ? 0 : currentRound(proposal).comments.filter(({ personId }) => personId === viewer.personId).length;
    const decision = decideComment(proposal, looker.takesPart || looker.facilitates, before);
    if (!decision.ok) return decision;
    await em.execute('insert into proposal_comment (proposal_id, round, school_id, person_id, kind, body) values (?, ?, ?, ?, ?, ?)',
      [proposal.id, proposal.round, proposal.schoolId, viewer.personId, kind, body]);
    await recordProposal(house, em, { proposal, kind: 'proposal.commented', actorId: viewer.personId, detail: { round: proposal.round } });
    return null;
  });
}
