import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { School } from '../modules/people/data/school.entity.ts';
import { parsers } from '../platform/database/embedded/parsers.ts';
import { openEmbedded } from '../platform/database/pglite.ts';

const MIGRATIONS = new URL('../platform/database/migrations/', import.meta.url);
/** Names the engine's exact version. */
const MANIFEST = new URL('../../package.json', import.meta.url);
const OLD_MS = 24 * 3600 * 1000;

/**
 * A dump of the embedded database, migrated and empty, that every test file loads. Making it takes seconds, so it
 * is kept in the system's temporary folder for as long as migrations and engine stay what they are.
 */
export async function embeddedTemplate(): Promise<string> {
  const folder = join(tmpdir(), `plenary-test-templates-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${await fingerprint()}.tar`);
  if (!(await exists(file))) {
    const aside = join(folder, `${randomUUID()}.part`);
    await writeFile(aside, await make());
    await rename(aside, file);
    await forgetOld(folder);
  }
  return file;
}

async function make(): Promise<Uint8Array> {
  const pglite = await PGlite.create({ parsers, initDbStartParams: ['--wal-segsize=1'] });
  const database = await openEmbedded(pglite, [School]);
  // A third of the size, so that each clone is loaded in two thirds of the time.
  await pglite.exec('reset role');
  await pglite.exec(`update pg_database set datistemplate = false where datname in ('template0', 'template1')`);
  for (const unused of ['template0', 'template1']) await pglite.exec(`drop database ${unused}`);
  await pglite.exec('checkpoint');
  const dump = await pglite.dumpDataDir('none');
  await database.close();
  return new Uint8Array(await dump.arrayBuffer());
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(MIGRATIONS)).toSorted().map((name) => new URL(name, MIGRATIONS));
  for (const file of [...files, MANIFEST, new URL(import.meta.url)]) hash.update(await readFile(file)).update('\0');
  return hash.digest('hex').slice(0, 32);
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > OLD_MS) await rm(path, { force: true });
  }
}

const exists = (file: string) => stat(file).then(() => true, () => false);
