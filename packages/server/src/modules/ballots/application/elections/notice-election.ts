import { databaseNow } from '../../../../platform/database/database-now.ts';
import { school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { electionAfter } from '../../domain/elections/election-states.ts';
import { decideNotice } from '../../domain/elections/opening.ts';
import type { ElectionRefusal } from '../../domain/elections/refusal.ts';
import { type ChangingElection, type ElectionAt, changeElection } from './change-election.ts';
import { lockElection } from './election-record.ts';
import { recordElection } from './record-election.ts';

/** Posts the notice now: from here on the election is public, and the time of notice runs. */
export const noticeElection = (house: House, viewer: ViewerFacts, at: ElectionAt) =>
  changeElection(house, viewer, at, ({ drafts }) => drafts, (changing) => notice(house, changing, viewer.personId));

/**
 * The clockwork's hand: posts a notice whose time has come. What may not be posted (late after an outage, or a
 * language is missing) waits to be posted by hand, with the reason on record.
 */
export const noticeDueElection = (house: House, schoolId: string, id: string): Promise<void> =>
  house.db.transaction(school(schoolId), async (em) => {
    const election = await lockElection(em, id);
    if (election?.state !== 'SCHEDULED' || election.noticeAt === null) return;
    const refusal = await notice(house, { em, election, now: await databaseNow(em) }, null);
    if (refusal === null) return;
    await em.execute('update election set notice_at = null, held = ?::jsonb, version = version + 1 where id = ?', [JSON.stringify(refusal), id]);
    await recordElection(house, em, { election, kind: 'election.held', actorId: null, detail: { ...refusal }, unannounced: true });
  });

async function notice(house: House, { em, election, now }: ChangingElection, actorId: string | null): Promise<ElectionRefusal | null> {
  const decision = decideNotice(election, election, now);
  if (!decision.ok) return decision.refusal;
  await em.execute(`update election set state = 'NOTICED', noticed_at = ?, held = null, version = version + 1 where id = ?`, [now, election.id]);
  await recordElection(house, em, { election, kind: 'election.noticed', actorId });
  return null;
}

/** The clockwork's hand: from the time the notice gave, members nominate. */
export const beginNominations = (house: House, schoolId: string, id: string): Promise<void> =>
  house.db.transaction(school(schoolId), async (em) => {
    const election = await lockElection(em, id);
    if (election === null || election.nominationsFrom > await databaseNow(em)) return;
    const state = electionAfter(election.state, 'BEGIN_NOMINATIONS');
    if (state === null) return;
    await em.execute('update election set state = ?, version = version + 1 where id = ?', [state, id]);
    await recordElection(house, em, { election, kind: 'election.nominating', actorId: null });
  });
