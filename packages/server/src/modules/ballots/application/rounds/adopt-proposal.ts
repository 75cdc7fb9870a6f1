import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideAdopt } from '../../domain/rounds/ending.ts';
import { leads } from '../../domain/rounds/proposal-policy.ts';
import { refuseRound } from '../../domain/rounds/refusal.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { endProposalIn } from './close-round.ts';
import { currentRound, roundFacts } from './proposal-record.ts';
import { recordProposal } from './record-proposal.ts';
import { said } from './said.ts';

/** Closes the round with its proposal adopted, where its rules allow it; the facilitator declares what the answers decided. */
export async function adoptProposal(house: House, viewer: ViewerFacts, at: ProposalAt, note: string | null) {
  const why = said('note', note);
  return changeProposal(house, viewer, at, leads, async (changing) => {
    const { em, proposal } = changing;
    if (proposal.round === 0) return refuseRound('WRONG_STATE', [proposal.state]);
    const decision = decideAdopt(proposal, roundFacts(proposal, currentRound(proposal)));
    if (!decision.ok) return decision;
    await endProposalIn(changing, 'ADOPTED', { outcome: 'ADOPTED', by: viewer.personId, note: why });
    await recordProposal(house, em, { proposal, kind: 'proposal.adopted', actorId: viewer.personId, detail: { round: proposal.round }, widely: true });
    return null;
  });
}
