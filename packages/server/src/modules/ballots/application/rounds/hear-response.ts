import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../../people/index.ts';
import { leads } from '../../domain/rounds/proposal-policy.ts';
import { decideHear } from '../../domain/rounds/responding.ts';
import { changeProposal } from './change-proposal.ts';
import { currentRound, standingResponses } from './proposal-record.ts';
import { recordProposal } from './record-proposal.ts';
import { mustSay } from './said.ts';

/**
 * The facilitator has heard somebody's concern, and notes in short what it is about or what came of it.
 * @throws BAD_INPUT without a note; NOT_FOUND when there is no such answer, or the viewer does not lead its rounds.
 */
export async function hearResponse(house: House, viewer: ViewerFacts, responseId: string, note: string) {
  const heard = mustSay('note', note);
  const found = isUuid(responseId) ? await house.db.under(school(viewer.schoolId)).execute<{ id: string }[]>(
    'select proposal_id as id from proposal_response where id = ?', [responseId]) : [];
  if (found[0] === undefined) throw coded('NOT_FOUND');
  return changeProposal(house, viewer, { id: found[0].id }, leads, async ({ em, proposal }) => {
    const all = proposal.rounds.flatMap(({ responses }) => responses);
    const response = all.find(({ id }) => id === responseId.toLowerCase());
    if (response === undefined) throw coded('NOT_FOUND');
    const stands = standingResponses(currentRound(proposal)).includes(response);
    const decision = decideHear(proposal, { ...response, stands, heard: response.hearing !== null });
    if (!decision.ok) return decision;
    await em.execute('insert into proposal_hearing (response_id, school_id, heard_by, note) values (?, ?, ?, ?)',
      [response.id, proposal.schoolId, viewer.personId, heard]);
    await recordProposal(house, em, { proposal, kind: 'proposal.heard', actorId: viewer.personId, detail: { round: proposal.round }, widely: true });
    return null;
  });
}
