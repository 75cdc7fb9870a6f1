import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dropDatabase } from './own-database.ts';

/** Names the folder of this run; the tests' workers inherit it, and a bench has none. */
const PLACE = 'PLENARY_SEEDED_ONCE';
/** In the folder of a server on PostgreSQL: the name of the database that goes with it. */
export const TEMPLATE = 'template';

/**
 * A global setup: seeding the demonstration takes longer than most journeys through it, so a run does it once.
 * Two projects start servers, and either may run alone, or without needing one.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[PLACE] !== undefined) return undefined;
  const place = await mkdtemp(join(tmpdir(), 'plenary-seeded-'));
  process.env[PLACE] = place;
  return async () => {
    const template = await readFile(join(place, 'postgresql', TEMPLATE), 'utf8').catch(() => null);
    if (template !== null) await dropDatabase(template);
    await rm(place, { recursive: true, force: true });
  };
}

/**
 * What `make` leaves in the folder it is given, made by whoever asks first for that engine, in whichever worker; the
 * others wait.
 * @returns the folder, to be copied and not changed; null outside a run of the tests.
 */
export async function seededOnce(engine: 'embedded' | 'postgresql', make: (folder: string) => Promise<void>): Promise<string | null> {
  const place = process.env[PLACE];
  if (place === undefined) return null;
  const [seeded, being] = [join(place, engine), join(place, `${engine}-being-made`)];
  while (!await exists(seeded)) {
    if (!await claimed(being)) await wait(50);
    else if (!await exists(seeded)) await make(being).then(() => rename(being, seeded)).finally(() => rm(being, { recursive: true, force: true }));
    else await rm(being, { recursive: true });
  }
  return seeded;
}

const exists = (path: string) => stat(path).then(() => true, () => false);

const claimed = (folder: string) => mkdir(folder, { mode: 0o700 }).then(() => true, (error: NodeJS.ErrnoException) => {
  if (error.code === 'EEXIST') return false;
  throw error;
});
