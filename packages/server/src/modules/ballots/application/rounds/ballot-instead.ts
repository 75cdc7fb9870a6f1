import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideEnd } from '../../domain/rounds/ending.ts';
import { majorityInstead } from '../../domain/rounds/majority-instead.ts';
import { refuseRound } from '../../domain/rounds/refusal.ts';
import { draftBallotIn } from '../draft-ballot.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { endProposalIn } from './close-round.ts';
import { currentRound, roundFacts } from './proposal-record.ts';
import { recordProposal } from './record-proposal.ts';
import { mustSay } from './said.ts';

/**
 * Ends the rounds without adoption and drafts a yes-or-no ballot of the same words in their place, both or neither.
 * For who may draft ballots. @throws BAD_INPUT without a note.
 */
export async function ballotInstead(house: House, viewer: ViewerFacts, at: ProposalAt, note: string) {
  const why = mustSay('note', note);
  return changeProposal(house, viewer, at, ({ prepares }) => prepares, async (changing) => {
    const { em, proposal } = changing;
    if (proposal.round === 0) return refuseRound('WRONG_STATE', [proposal.state]);
    const decision = decideEnd(proposal, roundFacts(proposal, currentRound(proposal)), 'BALLOT');
    if (!decision.ok) return decision;
    const drafted = await draftBallotIn(house, em, viewer, proposal.environmentId, majorityInstead(proposal, proposal.participants));
    if (drafted.answer === 'FAULTY') return { faults: drafted.faults };
    await endProposalIn(changing, 'NOT_ADOPTED', { outcome: 'BALLOT', by: viewer.personId, note: why }, drafted.ballotId);
    await recordProposal(house, em, {
      proposal, kind: 'proposal.ballot', actorId: viewer.personId, detail: { round: proposal.round, ballotId: drafted.ballotId }, widely: true,
    });
    return null;
  });
}
