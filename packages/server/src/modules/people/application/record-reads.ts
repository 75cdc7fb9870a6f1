import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { looksAsStaff } from '../domain/policy.ts';
import { type PersonRecord, personFacts } from './person-reader.ts';
import { uuidArray } from './sql.ts';
import { viewerOrPublic } from './viewer.ts';

const NOTES = Symbol('people.recordReads');

/**
 * Writes to the audit log that somebody of the staff looked at a student's record, before it is answered: one row for
 * each student and request, all of one answer in one statement. The student and the guardians read what is their own.
 */
export async function noteRead(ctx: RequestContext, person: PersonRecord): Promise<void> {
  const viewer = await viewerOrPublic(ctx);
  if (viewer === null || !looksAsStaff(viewer, { ...await personFacts(ctx, person), grade: person.grade })) return;
  const { schoolId, personId: actorId } = viewer;
  const notes = ctx.once(NOTES, () => new DataLoader<string, true>(async (ids) => {
    await ctx.house.db.under(school(schoolId)).execute(
      `insert into audit_event (school_id, actor_id, act, subject_id, hash)
       select ?, ?, 'person.read', id, ''::bytea from unnest(?::uuid[]) as id`, [schoolId, actorId, uuidArray(ids)]);
    return ids.map(() => true);
  }));
  await notes.load(person.id);
}
