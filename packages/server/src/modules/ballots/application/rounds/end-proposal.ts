import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideEnd, decideWithdrawal } from '../../domain/rounds/ending.ts';
import { leads } from '../../domain/rounds/proposal-policy.ts';
import { refuseRound } from '../../domain/rounds/refusal.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { endProposalIn } from './close-round.ts';
import { currentRound, roundFacts } from './proposal-record.ts';
import { recordProposal } from './record-proposal.ts';
import { mustSay, said } from './said.ts';

/** Ends the rounds without adoption. @throws BAD_INPUT without a note: the team is owed the reason. */
export async function endProposal(house: House, viewer: ViewerFacts, at: ProposalAt, note: string) {
  const why = mustSay('note', note);
  return changeProposal(house, viewer, at, leads, async (changing) => {
    const { em, proposal } = changing;
    if (proposal.round === 0) return refuseRound('WRONG_STATE', [proposal.state]);
    const decision = decideEnd(proposal, roundFacts(proposal, currentRound(proposal)), 'END');
    if (!decision.ok) return decision;
    await endProposalIn(changing, 'NOT_ADOPTED', { outcome: 'NOT_ADOPTED', by: viewer.personId, note: why });
    await recordProposal(house, em, { proposal, kind: 'proposal.ended', actorId: viewer.personId, detail: { round: proposal.round }, widely: true });
    return null;
  });
}

/** Takes a proposal back: a draft as if it had never been, an open one with its record. */
export async function withdrawProposal(house: House, viewer: ViewerFacts, at: ProposalAt, note: string | null) {
  const why = said('note', note);
  return changeProposal(house, viewer, at, leads, async (changing) => {
    const { em, proposal } = changing;
    const decision = decideWithdrawal(proposal);
    if (!decision.ok) return decision;
    await endProposalIn(changing, 'WITHDRAWN', { outcome: 'WITHDRAWN', by: viewer.personId, note: why });
    await recordProposal(house, em, { proposal, kind: 'proposal.withdrawn', actorId: viewer.personId, widely: proposal.round > 0 });
    return null;
  });
}
