import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefusal } from '../refusal.ts';

/** Another process has this folder open; two of them lose acknowledged rows without a word. */
export class DataDirInUse extends DatabaseRefusal {
  constructor(dataDir: string) {
    super(`Another Plenary server is using ${dataDir}. Stop it first, or set DATA_DIR to another folder.`);
  }
}

/** DATA_DIR names a file, or a folder that may not be written. */
export class DataDirUnusable extends DatabaseRefusal {
  constructor(dataDir: string, cause: unknown) {
    super(`${dataDir} cannot be used as DATA_DIR (${(cause as { code?: string }).code ?? 'unknown'}). Name a folder that this user may write.`, { cause });
  }
}

/** A lock that nobody refers to any more would be collected, and given up with that. */
const held = new Set<DatabaseSync>();

/**
 * Takes `dataDir` for this process until the answer is called or the process ends, however it ends.
 * Node offers no file lock of its own, so SQLite takes the operating system's: the kernel gives it up with
 * the process, so no lock is ever stale and no reused process id can look like its owner.
 * @throws {DataDirInUse}
 * @throws {DataDirUnusable}
 */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const file = join(dataDir, 'lock');
  const lock = await openLock(dataDir, file);
  try {
    await chmod(file, 0o600);
    // No journal file beside it; nothing is ever written.
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    throw (error as { errcode?: number }).errcode === SQLITE_BUSY ? new DataDirInUse(dataDir) : error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    if (lock.isOpen) lock.close();
  };
}

async function openLock(dataDir: string, file: string): Promise<DatabaseSync> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw new DataDirUnusable(dataDir, error);
  }
}

const SQLITE_BUSY = 5;
