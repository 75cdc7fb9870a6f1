import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MOST_FILES, type RosterSource, UnreadableSource, isJunk } from './source.ts';
import { openZip } from './zip-source.ts';

/**
 * Opens a folder, a zip, or single CSV files.
 * @throws {UnreadableSource}
 */
export async function openSource(path: string, name = basename(path)): Promise<RosterSource> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return folder(path);
  if (!found?.isFile()) throw new UnreadableSource('UNREADABLE_FILE', name);
  return await isZip(path) ? openZip(path, name) : loose([{ path: name, at: path }]);
}

/** Files that were sent one by one, each with the name it had. */
export function loose(files: readonly { readonly path: string; readonly at: string }[]): RosterSource {
  return {
    files: files.map(({ path, at }) => ({ path, open: async () => createReadStream(at) })),
    close: async () => {},
  };
}

/** The folder itself and those one level down, where exports are often unpacked to. */
async function folder(root: string): Promise<RosterSource> {
  const found: { path: string; at: string }[] = [];
  const entries = await readdir(root, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory() && !isJunk(entry.name)) {
      const inside = await readdir(join(root, entry.name), { withFileTypes: true });
      found.push(...inside.filter((each) => !each.isDirectory()).map((each) =>
        ({ path: `${entry.name}/${each.name}`, at: join(root, entry.name, each.name) })));
    } else if (!entry.isDirectory()) found.push({ path: entry.name, at: join(root, entry.name) });
    if (found.length > MOST_FILES) throw new UnreadableSource('TOO_LARGE', basename(root));
  }
  return loose(found.filter(({ path }) => !isJunk(path)));
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt16LE(0) === 0x4b50;
  } finally {
    await file.close();
  }
}
