import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ByteRange, type FileKey, type FileStore, type StoredContent, keyAt, pathOf } from './file-store.ts';

const STAGING = '.incoming';

/** Contents in a folder. A file is synced before it gets its name, and its folder after, so that no name is ever half a file. */
export function diskStore(folder: string): FileStore {
  const at = (key: FileKey) => join(folder, pathOf(key));
  return {
    staging: join(folder, STAGING),
    async put(key, from) {
      const to = at(key);
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await sync(from);
      await rename(from, to);
      await sync(dirname(to));
    },
    open: (key, range) => openAt(at(key), range),
    list: () => contentsOf(folder),
    async remove(key) { await rm(at(key), { force: true }); },
  };
}

async function openAt(path: string, range: ByteRange | undefined): Promise<Readable | null> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return file.createReadStream(range === undefined ? {} : { start: range.start, end: range.end });
}

async function* contentsOf(folder: string): AsyncIterable<StoredContent> {
  for (const school of await namesIn(folder)) {
    if (school === STAGING) continue;
    for (const two of await namesIn(join(folder, school))) {
      for (const digest of await namesIn(join(folder, school, two))) {
        const key = keyAt(`${school}/${two}/${digest}`);
        const found = key === null ? null : await stat(join(folder, school, two, digest)).catch(() => null);
        // When it was put here, and not when it was written elsewhere.
        if (key !== null && found !== null) yield { key, storedAt: found.ctime };
      }
    }
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function sync(path: string): Promise<void> {
  const file = await open(path);
  await file.sync().finally(() => file.close());
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
