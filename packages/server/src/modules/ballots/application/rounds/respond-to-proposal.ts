import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import type { Answer } from '../../domain/rounds/proposal.ts';
import { decideRespond } from '../../domain/rounds/responding.ts';
import { mustBeHeard } from '../../domain/rounds/standing.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { currentRound, standingResponses } from './proposal-record.ts';
import { recordProposal } from './record-proposal.ts';
import { said } from './said.ts';

/**
 * Puts one person's answer on record, under their name, in place of the one they gave before in this round. Who objects
 * no more answers anew: that is how an objection is withdrawn. STALE when another round has begun meanwhile, for an
 * answer belongs to the words it was given to.
 */
export async function respondToProposal(
  house: House, viewer: ViewerFacts, at: Required<Pick<ProposalAt, 'id' | 'round'>>, given: Answer,
) {
  const answer: Answer = { ...given, reason: said('reason', given.reason) };
  return changeProposal(house, viewer, at, () => true, async ({ em, proposal }) => {
    const mine = proposal.participants.find(({ personId }) => personId === viewer.personId);
    const standing = proposal.round === 0 ? [] : standingResponses(currentRound(proposal));
    const before = standing.find(({ participantId }) => participantId === mine?.id) ?? null;
    const decision = decideRespond(proposal, { takesPart: mine !== undefined, before }, answer);
    if (!decision.ok) return decision;
    if (!decision.write) return null;
    await em.execute(
      `insert into proposal_response (proposal_id, round, school_id, participant_id, revision, fist, consent, reason)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [proposal.id, proposal.round, proposal.schoolId, mine!.id, (before?.revision ?? 0) + 1, answer.fist, answer.consent, answer.reason]);
    const last = before === null && standing.length + 1 === proposal.participants.length;
    await recordProposal(house, em, {
      proposal, kind: 'proposal.answered', actorId: viewer.personId, detail: { round: proposal.round },
      // The facilitator's home must say that somebody waits to be heard, or that everybody has answered.
      widely: last || mustBeHeard(answer),
    });
    return null;
  });
}
