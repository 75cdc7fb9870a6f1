import { type EntityManager, gate, school } from '../../../../platform/database/database.ts';
import { sqlState } from '../../../../platform/database/retry.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { Actor } from '../acting.ts';
import { peopleOf } from '../../domain/roster/people-of.ts';
import { mayImport } from './begin-import.ts';
import { commitPlan } from './commit-plan.ts';
import { type ImportRecord, findImport, lockImport } from './import-record.ts';
import { planSchool } from './plan-school.ts';
import { previewForOrg } from './preview-import.ts';
import { teller } from './progress.ts';
import { loadStaged } from './stage-import.ts';
import { importTopic } from './topics.ts';

export const COMMIT_QUEUE = 'roster-commit';

export interface CommitJob {
  readonly importId: string;
  readonly schoolId: string;
  readonly actorId: string;
}

/** @throws NOT_FOUND when there is none, or the actor imports no rosters there. */
export async function ownImport(house: House, actor: Actor, id: string): Promise<ImportRecord> {
  const record = await findImport(house.db, actor.schoolId, id);
  if (record === null || !await mayImport(house, actor, record.environmentId)) throw coded('NOT_FOUND');
  return record;
}

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

/**
 * Says which school of the files is this one, and previews what that does. @throws NOT_FOUND; BAD_INPUT with rule
 * `UNKNOWN_ORG`, `HAS_FAULTS` or `WRONG_STATE`
 */
export async function chooseOrg(house: House, actor: Actor, id: string, orgSourcedId: string): Promise<ImportRecord> {
  await ownImport(house, actor, id);
  const record = await house.db.transaction(school(actor.schoolId), async (em) => {
    const locked = await lockImport(em, id);
    if (locked === null) throw coded('NOT_FOUND');
    if (locked.state !== 'PREVIEWED') throw coded('BAD_INPUT', { field: 'id', rule: 'WRONG_STATE' });
    if (locked.faultCount > 0) throw coded('BAD_INPUT', { field: 'id', rule: 'HAS_FAULTS' });
    if (!locked.orgs.some(({ sourcedId }) => sourcedId === orgSourcedId)) throw coded('BAD_INPUT', { field: 'orgSourcedId', rule: 'UNKNOWN_ORG' });
    if (locked.org === orgSourcedId) return null;
    await em.execute(`update roster_import set state = 'READING' where id = ?::uuid`, [id]);
    return locked;
  });
  if (record !== null) {
    try {
      await previewForOrg(house, record, orgSourcedId);
    } catch (error) {
      await house.db.fork(school(actor.schoolId)).execute(
        `update roster_import set state = 'PREVIEWED' where id = ?::uuid and state = 'READING'`, [id]);
      throw error;
    }
  }
  return ownImport(house, actor, id);
}

/** Commits that were taken and not finished when a server stopped are taken up again. */
export async function resumeCommits({ db, jobs }: House): Promise<void> {
  const waiting = await db.fork(gate).execute<CommitJob[]>(
    `select id as "importId", school_id as "schoolId", started_by as "actorId" from roster_import where state = 'COMMITTING'`);
  for (const job of waiting) await jobs.send(COMMIT_QUEUE, job, { singletonKey: job.importId });
}

/** Does the work of a job; one that cannot succeed is not tried for ever. */
export async function workCommit(house: House, job: CommitJob): Promise<void> {
  try {
    await finishCommit(house, job);
  } catch (error) {
    if (PASSING.test(sqlState(error) ?? '08')) throw error;
    house.log.error({ err: error, importId: job.importId }, 'a roster could not be committed');
    await house.db.fork(school(job.schoolId)).execute(
      `update roster_import set state = 'FAILED', finished_at = clock_timestamp() where id = ?::uuid and state = 'COMMITTING'`, [job.importId]);
    await house.events.nudge(importTopic(job.importId));
  }
}

/** SQLSTATE classes that pass by themselves: connections, resources, conflicts, an operator's stop. */
const PASSING = /^(08|40|53|57|58)/;

/** The background half: COMMITTING → COMMITTED in one transaction, or back to PREVIEWED when the school changed since. */
export async function finishCommit(house: House, { importId, schoolId, actorId }: CommitJob): Promise<void> {
  const { db } = house;
  const before = await findImport(db, schoolId, importId);
  if (before?.state !== 'COMMITTING') return;
  const people = await loadStaged(db, { importId, schoolId });
  const roster = { people, delta: before.delta, mentions: [] };
  const { wrote, end } = teller(house, importId);
  wrote(0);
  try {
    const stale = await db.transaction(school(schoolId), async (em) => {
      // One import of a school at a time: the second plans on what the first has written.
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('roster:' || ?, 0))`, [schoolId]);
      const record = await lockImport(em, importId);
      if (record?.state !== 'COMMITTING') return false;
      const made = await planSchool(em, record, roster, peopleOf(roster, record.org), record.org);
      if (made.digest !== record.digest) return true;
      await commitPlan(house.events, em, { importId, schoolId, actorId, environmentId: record.environmentId, org: record.org, progress: wrote }, made);
      return false;
    });
    if (stale) await previewAgain(house, before);
    else await db.analyze();
  } finally {
    end();
  }
}

/** Nothing is committed that nobody saw: the preview is made anew and says so. */
async function previewAgain(house: House, record: ImportRecord): Promise<void> {
  await house.db.transaction(school(record.schoolId), async (em) => {
    await em.execute(
      `insert into roster_import_fault (import_id, school_id, ordinal, level, code, file)
       select ?::uuid, ?::uuid, coalesce(max(ordinal), -1) + 1, 'WARNING', 'CHANGED_SINCE_PREVIEW', 'users.csv'
       from roster_import_fault where import_id = ?::uuid`, [record.id, record.schoolId, record.id]);
    await em.execute(
      `update roster_import set state = 'READING', warning_count = warning_count + 1 where id = ?::uuid and state = 'COMMITTING'`, [record.id]);
  });
  await previewForOrg(house, record, record.org);
}

/** Throws the preview away with all that was staged; a committed import stays as it is. @throws NOT_FOUND */
export async function discardImport(house: House, actor: Actor, id: string): Promise<ImportRecord> {
  await ownImport(house, actor, id);
  await house.db.transaction(school(actor.schoolId), async (em) => {
    const record = await lockImport(em, id);
    if (record === null) throw coded('NOT_FOUND');
    if (record.state === 'DISCARDED') return;
    if (record.state === 'COMMITTING' || record.state === 'COMMITTED') throw coded('BAD_INPUT', { field: 'id', rule: 'WRONG_STATE' });
    await em.execute(`update roster_import set state = 'DISCARDED', finished_at = clock_timestamp() where id = ?::uuid`, [id]);
    await em.execute('delete from roster_import_row where import_id = ?::uuid', [id]);
    await em.execute('delete from roster_import_fault where import_id = ?::uuid', [id]);
    await tell(house, em, record, 'roster.discarded');
  });
  return ownImport(house, actor, id);
}

async function tell({ events }: House, em: EntityManager, { id, schoolId }: ImportRecord, kind: string): Promise<void> {
  await events.record(em, [{ schoolId, topic: importTopic(id), kind, subjectId: id }]);
}
