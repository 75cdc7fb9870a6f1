import type { Statements } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { audit } from '../audit.ts';
import { type Place, applyPlan } from './apply-plan.ts';
import type { SchoolPlan } from './plan-school.ts';
import { importTopic, peopleTopic } from './topics.ts';

export interface CommitFacts extends Place {
  readonly importId: string;
  readonly actorId: string | null;
  /** The school's own id in its rosters, remembered; null where the files name none. */
  readonly org: string | null;
  progress?(done: number): void;
}

/** Writes a plan with its audit row and its happenings, in the caller's transaction. */
export async function commitPlan(events: House['events'], em: Statements, facts: CommitFacts, { plan, digest }: SchoolPlan): Promise<void> {
  const { schoolId, environmentId, importId, actorId, org } = facts;
  await applyPlan(em, facts, plan, facts.progress);
  if (org !== null) await em.execute('update school set source_id = ? where id = ?::uuid and source_id is distinct from ?', [org, schoolId, org]);
  await em.execute(
    `update roster_import set state = 'COMMITTED', counts = ?::jsonb, done = coalesce(total, done), org_source_id = ?,
       plan_digest = ?, finished_at = clock_timestamp()
     where id = ?::uuid`,
    [JSON.stringify(plan.counts), org, digest, importId],
  );
  // What the rows said has been done, and nothing of them is kept longer than needed.
  await em.execute('delete from roster_import_row where import_id = ?::uuid', [importId]);
  await audit(em, { schoolId, actorId, act: 'roster.committed', subjectId: importId, detail: { environmentId, counts: plan.counts } });
  await events.record(em, [
    { schoolId, topic: importTopic(importId), kind: 'roster.committed', subjectId: importId },
    { schoolId, topic: peopleTopic(environmentId), kind: 'roster.committed', subjectId: importId },
  ]);
}
