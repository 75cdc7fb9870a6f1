import { gate, school } from '../database/database.ts';
import type { House } from '../house.ts';
import { sweepStaging } from './receive-file.ts';

/** Days that a file waits for somebody to make something of it, and contents for a file. */
export const GRACE_DAYS = 30;
const DAY_MS = 86_400_000;
const QUEUE = 'files-sweep';

/** A column that holds ids of files, which are kept as long as it does. */
export interface FileUse { readonly table: string; readonly column: string }

/** Once a day, one server for all. */
export async function sweepFilesDaily(house: House, uses: readonly FileUse[]): Promise<void> {
  await house.jobs.work(QUEUE, async () => {
    const { files, contents } = await sweepFiles(house, uses);
    if (files + contents > 0) house.log.info({ files, contents }, 'files that nothing refers to are gone');
    await house.jobs.send(QUEUE, {}, { singletonKey: 'sweep', startAfter: new Date(house.clock.now().getTime() + DAY_MS) });
  });
  await house.jobs.send(QUEUE, {}, { singletonKey: 'sweep' });
}

/**
 * Forgets files that nothing has referred to for {@link GRACE_DAYS}, then contents of no file that are as old. A file sent
 * again makes its contents new, so that nothing is taken away from under it.
 */
export async function sweepFiles({ db, files: store, clock }: Pick<House, 'db' | 'files' | 'clock'>, uses: readonly FileUse[]): Promise<{ files: number; contents: number }> {
  const used = uses.map(({ table, column }) => `exists (select from ${table} where ${column} = f.id)`).join(' or ') || 'false';
  let files = 0;
  for (const { id } of await db.under(gate).execute<{ id: string }[]>('select id from school')) {
    const em = db.under(school(id));
    await em.execute(`update stored_file f set unused_since = case when ${used} then null else clock_timestamp() end where (unused_since is null) <> (${used})`);
    const gone = await em.execute<object[]>(
      `delete from stored_file f where unused_since < clock_timestamp() - make_interval(days => ?) and not (${used}) returning id`, [GRACE_DAYS]);
    files += gone.length;
  }
  await sweepStaging(store, clock.now(), DAY_MS);
  const before = clock.now().getTime() - GRACE_DAYS * DAY_MS;
  let contents = 0;
  for await (const { key, storedAt } of store.list()) {
    if (storedAt.getTime() > before) continue;
    const [kept] = await db.under(school(key.schoolId)).execute<object[]>('select 1 as kept from stored_file where digest = ? limit 1', [key.digest]);
    if (kept !== undefined) continue;
    await store.remove(key);
    contents += 1;
  }
  return { files, contents };
}
