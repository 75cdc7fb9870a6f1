import type { House } from '../../../../platform/room.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import type { ElectionFault } from '../../domain/elections/election-fault.ts';
import { electionAfter } from '../../domain/elections/election-states.ts';
import { type ElectionWording, electionFaults, wordElection } from '../../domain/elections/election-wording.ts';
import { type ElectionAt, changeElection } from './change-election.ts';
import { nameBody } from './name-body.ts';
import { recordElection } from './record-election.ts';
import { electionColumns, saveSeatsUp } from './save-election.ts';
import type { SaveElectionAnswer } from './schedule-election.ts';

/**
 * New words, dates or seats. One that was noticed goes back to be noticed anew. Whatever can no longer be revised has
 * moved on since the page was loaded, so the answer is STALE.
 */
export async function reviseElection(
  house: House, viewer: ViewerFacts, at: ElectionAt, environmentId: string, asked: ElectionWording,
): Promise<SaveElectionAnswer> {
  let faults: readonly ElectionFault[] = [];
  const answer = await changeElection(house, viewer, at, ({ drafts }) => drafts, async ({ em, election, now }) => {
    // It stays where it was scheduled: another environment has other voters, languages and committee.
    if (environmentId.toLowerCase() !== election.environmentId) throw coded('NOT_FOUND');
    const state = electionAfter(election.state, 'REVISE');
    if (state === null) return { reason: 'WRONG_STATE', about: [election.state] };
    const wording = await nameBody(em, election.environmentId, asked);
    if ('code' in wording) {
      faults = [wording];
      return null;
    }
    faults = electionFaults(wording, now, election.timeZone);
    if (faults.length > 0) return null;
    const worded = wordElection(wording);
    const { names, places, values } = electionColumns(worded);
    await em.execute(
      `update election set ${names.map((name, n) => `${name} = ${places[n]}`).join(', ')}, state = ?, noticed_at = null, held = null,
         version = version + 1 where id = ?`, [...values, state, election.id]);
    await saveSeatsUp(em, election, worded);
    await recordElection(house, em, { election, kind: 'election.revised', actorId: viewer.personId, unannounced: election.noticedAt === null });
    return null;
  });
  if (faults.length > 0) return { answer: 'FAULTY', faults };
  return { answer: answer.answer === 'CHANGED' ? 'SAVED' : 'STALE', electionId: answer.electionId };
}
