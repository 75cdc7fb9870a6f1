import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { leads } from '../../domain/rounds/proposal-policy.ts';
import { afterAct } from '../../domain/rounds/proposal-states.ts';
import { type ProposalWording, proposalFaultsOf } from '../../domain/rounds/proposal-wording.ts';
import { refuseRound } from '../../domain/rounds/refusal.ts';
import { type ProposalAt, changeProposal } from './change-proposal.ts';
import { wordedColumns } from './draft-proposal.ts';
import { recordProposal } from './record-proposal.ts';
import { namedPeople } from './team.ts';

/** New words for a draft. Once people answer, its words change only by a new round. */
export const reviseProposal = (house: House, viewer: ViewerFacts, at: ProposalAt, environmentId: string, wording: ProposalWording) =>
  changeProposal(house, viewer, at, leads, async ({ em, proposal }) => {
    // A proposal stays where it was drafted: another environment has other people and languages.
    if (environmentId.toLowerCase() !== proposal.environmentId) throw coded('NOT_FOUND');
    if (afterAct(proposal.state, 'REVISE') === null) return refuseRound('WRONG_STATE', [proposal.state]);
    const faults = proposalFaultsOf(wording, await namedPeople(em, proposal.environmentId, wording));
    if (faults.length > 0) return { faults };
    await em.execute(
      `update proposal set kind = ?, title = ?::jsonb, body = ?::jsonb, constituencies = ?::text[], named = ?::uuid[], quorum = ?::jsonb,
         facilitator_id = ?::uuid, public_record = ?, version = version + 1 where id = ?`,
      [...wordedColumns(wording), proposal.id]);
    await recordProposal(house, em, { proposal, kind: 'proposal.revised', actorId: viewer.personId });
    return null;
  });
