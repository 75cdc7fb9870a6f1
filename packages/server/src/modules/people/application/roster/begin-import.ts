import { gate, school } from '../../../../platform/database/database.ts';
import type { SessionFacts } from '../../../../platform/graphql/context.ts';
import type { House } from '../../../../platform/room.ts';
import { mayImportRoster } from '../../domain/policy.ts';
import { viewerFacts } from '../viewer.ts';

/** Whether the signed-in person imports rosters into an environment; it is of their own school then. */
export async function mayImport(
  house: Pick<House, 'db'>, session: Pick<SessionFacts, 'personId' | 'schoolId'> | null, environmentId: string,
): Promise<boolean> {
  if (session === null) return false;
  return mayImportRoster(await viewerFacts(house, session), environmentId);
}

/** Opens an import whose files are about to be read. */
export async function beginImport(house: House, session: Pick<SessionFacts, 'personId' | 'schoolId'>, environmentId: string, fileName: string): Promise<string> {
  const [row] = await house.db.under(school(session.schoolId)).execute<{ id: string }[]>(
    `insert into roster_import (school_id, environment_id, state, file_name, started_by)
     values (?::uuid, ?::uuid, 'READING', ?, ?::uuid) returning id`,
    [session.schoolId, environmentId, fileName.slice(0, 200), session.personId],
  );
  return row!.id;
}

/** Marks imports whose reading was cut short; their files are gone. */
export async function abandonImports(house: House, importIds: readonly string[]): Promise<void> {
  for (const id of importIds) {
    const [found] = await house.db.under(gate).execute<{ schoolId: string }[]>(
      'select school_id as "schoolId" from roster_import where id = ?::uuid', [id]);
    if (found === undefined) continue;
    await house.db.under(school(found.schoolId)).execute(
      `update roster_import set state = 'FAILED', finished_at = clock_timestamp() where id = ?::uuid and state = 'READING'`, [id]);
  }
}

/** Days a preview waits for somebody to decide; what was read of people is not kept longer. */
const PREVIEW_DAYS = 7;

/** Discards previews nobody came back to. */
export async function forgetOldPreviews({ db }: House): Promise<void> {
  const old = await db.under(gate).execute<{ id: string; schoolId: string }[]>(
    `select id, school_id as "schoolId" from roster_import
     where state = 'PREVIEWED' and started_at < clock_timestamp() - make_interval(days => ?)`,
    [PREVIEW_DAYS]);
  for (const { id, schoolId } of old) {
    await db.transaction(school(schoolId), async (em) => {
      const [still] = await em.execute<{ id: string }[]>(
        `update roster_import set state = 'DISCARDED', finished_at = clock_timestamp() where id = ?::uuid and state = 'PREVIEWED' returning id`, [id]);
      if (still === undefined) return;
      await em.execute('delete from roster_import_row where import_id = ?::uuid', [id]);
      await em.execute('delete from roster_import_fault where import_id = ?::uuid', [id]);
    });
  }
}
