import { gate, school } from '../../../../platform/database/database.ts';
import { sqlState } from '../../../../platform/database/retry.ts';
import type { House } from '../../../../platform/room.ts';
import { peopleOf } from '../../domain/roster/people-of.ts';
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

/** Commits that were taken and not finished when a server stopped are taken up again. */
export async function resumeCommits({ db, jobs }: House): Promise<void> {
  const waiting = await db.under(gate).execute<CommitJob[]>(
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
    await house.db.under(school(job.schoolId)).execute(
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
