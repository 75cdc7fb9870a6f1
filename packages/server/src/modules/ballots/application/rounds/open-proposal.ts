import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideOpenRounds } from '../../domain/rounds/opening.ts';
import { leads } from '../../domain/rounds/proposal-policy.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { recordProposal } from './record-proposal.ts';
import { seatTeam, teamOf } from './team.ts';

/** Opens the first round: fixes who takes part, whatever changes in the roster afterwards. */
export const openProposal = (house: House, viewer: ViewerFacts, at: ProposalAt) =>
  changeProposal(house, viewer, at, leads, async ({ em, proposal }) => {
    const team = await teamOf(em, proposal);
    const decision = decideOpenRounds(proposal, team, proposal.requiredLocales);
    if (!decision.ok) return decision;
    await seatTeam(em, proposal, team);
    await em.execute(
      `insert into proposal_round (proposal_id, number, school_id, title, body)
       select id, 1, school_id, title, body from proposal where id = ?`, [proposal.id]);
    await em.execute(
      `update proposal set state = 'OPEN', round = 1, opened_at = clock_timestamp(), version = version + 1 where id = ?`, [proposal.id]);
    await recordProposal(house, em, {
      proposal, kind: 'proposal.opened', actorId: viewer.personId, detail: { participants: team.length }, widely: true,
    });
    return null;
  });
