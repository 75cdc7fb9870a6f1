import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { Actor } from '../acting.ts';
import { chooseOrg } from './choose-org.ts';
import { COMMIT_QUEUE, type CommitJob } from './finish-commit.ts';
import { type ImportRecord, lockImport } from './import-record.ts';
import { ownImport, tell } from './own-import.ts';

/**
 * Takes a preview as it was seen and has it written in the background: PREVIEWED → COMMITTING. Asking again is harmless.
 * @throws NOT_FOUND; BAD_INPUT with rule `HAS_FAULTS`, `ORG_NOT_CHOSEN`, `UNKNOWN_ORG` or `WRONG_STATE`
 */
export async function commitImport(house: House, actor: Actor, id: string, orgSourcedId: string | null): Promise<ImportRecord> {
  let record = await ownImport(house, actor, id);
  if (orgSourcedId !== null && record.state === 'PREVIEWED' && orgSourcedId !== record.org) {
    record = await chooseOrg(house, actor, id, orgSourcedId);
  }
  const job = await house.db.transaction(school(actor.schoolId), async (em) => {
    const locked = await lockImport(em, id);
    if (locked === null) throw coded('NOT_FOUND');
    if (locked.state === 'COMMITTING' || locked.state === 'COMMITTED') return false;
    const rule = refusal(locked);
    if (rule !== null) throw coded('BAD_INPUT', { field: 'id', rule });
    const total = locked.counts.filter(({ subject, effect }) => subject === 'PERSON' && effect !== 'KEEP').reduce((sum, { count }) => sum + count, 0);
    await em.execute(`update roster_import set state = 'COMMITTING', done = 0, total = ? where id = ?::uuid`, [total, id]);
    await tell(house, em, locked, 'roster.committing');
    return true;
  });
  if (job) {
    const data: CommitJob = { importId: id, schoolId: actor.schoolId, actorId: actor.personId };
    await house.jobs.send(COMMIT_QUEUE, data, { singletonKey: id });
  }
  return ownImport(house, actor, id);
}

function refusal(record: ImportRecord): string | null {
  if (record.state !== 'PREVIEWED') return 'WRONG_STATE';
  if (record.faultCount > 0) return 'HAS_FAULTS';
  if (record.digest === null) return 'ORG_NOT_CHOSEN';
  return null;
}
