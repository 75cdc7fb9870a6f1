import { existsSync, fsyncSync } from 'node:fs';
import { chmod, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { syncFolder } from './durable-file-system.ts';

/**
 * Makes an empty cluster at `folder` where there is none. It is made aside and takes its name when it is
 * whole and on the disk, so that a first start interrupted anywhere leaves nothing half made behind.
 */
export async function makeDataDir(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const aside = `${folder}.being-made`;
  await rm(aside, { recursive: true, force: true });
  await (await PGlite.create({ dataDir: aside })).close();
  await chmod(aside, 0o700);
  await syncAll(aside);
  await rename(aside, folder);
  syncFolder(dirname(folder));
}

async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      await syncAll(path);
    } else {
      const file = await open(path, 'r');
      fsyncSync(file.fd);
      await file.close();
    }
  }
  syncFolder(folder);
}
