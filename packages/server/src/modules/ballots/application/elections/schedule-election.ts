import { randomUUID } from 'node:crypto';
import { databaseNow } from '../../../../platform/database/database-now.ts';
import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, environmentIn, isUuid, mayDraftBallots } from '../../../people/index.ts';
import type { ElectionFault } from '../../domain/elections/election-fault.ts';
import { type ElectionWording, electionFaults, wordElection } from '../../domain/elections/election-wording.ts';
import { nameBody } from './name-body.ts';
import { recordElection } from './record-election.ts';
import { electionColumns, saveSeatsUp } from './save-election.ts';

export type SaveElectionAnswer =
  | { readonly answer: 'SAVED' | 'STALE'; readonly electionId: string }
  | { readonly answer: 'FAULTY'; readonly faults: readonly ElectionFault[] };

/** A new election, seen only by those who prepare it until its notice is posted. @throws NOT_FOUND when the viewer may not prepare one there. */
export async function scheduleElection(house: House, viewer: ViewerFacts, environmentId: string, asked: ElectionWording): Promise<SaveElectionAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em) => {
    const environment = isUuid(environmentId) ? await environmentIn(em, environmentId) : null;
    if (environment === null || !mayDraftBallots(viewer, environment.id)) throw coded('NOT_FOUND');
    const wording = await nameBody(em, environment.id, asked);
    if ('code' in wording) return { answer: 'FAULTY', faults: [wording] };
    const faults = electionFaults(wording, await databaseNow(em), environment.timeZone);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const election = { id: randomUUID(), schoolId: viewer.schoolId, environmentId: environment.id };
    const worded = wordElection(wording);
    const { names, places, values } = electionColumns(worded);
    await em.execute(
      `insert into election (id, school_id, environment_id, created_by, ${names.join(', ')}) values (?, ?, ?, ?, ${places.join(', ')})`,
      [election.id, election.schoolId, election.environmentId, viewer.personId, ...values]);
    await saveSeatsUp(em, election, worded);
    await recordElection(house, em, { election, kind: 'election.scheduled', actorId: viewer.personId, unannounced: true });
    return { answer: 'SAVED', electionId: election.id };
  });
}
