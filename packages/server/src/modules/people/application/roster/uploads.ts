import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { House } from '../../../../platform/room.ts';
import { loose, openSource } from './roster-source.ts';
import type { RosterSource } from './source.ts';

/** Bytes of one upload, all its files together. */
export const MOST_UPLOADED = 200 * 1024 ** 2;
export const MOST_PARTS = 50;

/** A file that arrived, where it lies for the moment, and the name it had. */
export interface Part {
  readonly name: string;
  readonly at: string;
}

export class TooMuch extends Error {}

/** One upload's own folder in the data directory; it goes as soon as the files are read. */
export class Upload {
  readonly folder: string;
  readonly parts: Part[] = [];
  #bytes = 0;

  constructor(folder: string) { this.folder = folder; }

  static async begin(config: House['config']): Promise<Upload> {
    const folder = join(uploadsOf(config), randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new Upload(folder);
  }

  /** Streams one file to disk. Its name is only remembered: on disk it has a number. @throws {TooMuch} */
  async receive(name: string, bytes: Readable): Promise<void> {
    if (this.parts.length >= MOST_PARTS) throw new TooMuch();
    const at = join(this.folder, `${this.parts.length}.part`);
    const count = (size: number) => { this.#bytes += size; };
    const overfull = () => this.#bytes > MOST_UPLOADED;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        count(chunk.length);
        done(overfull() ? new TooMuch() : null, chunk);
      },
    });
    await pipeline(bytes, meter, createWriteStream(at, { mode: 0o600 }));
    this.parts.push({ name: bareName(name), at });
  }

  /** One file may be a zip; several are the CSV files themselves. */
  async open(): Promise<RosterSource> {
    const [first] = this.parts;
    if (this.parts.length === 1 && first !== undefined) return openSource(first.at, first.name);
    return loose(this.parts.map(({ name, at }) => ({ path: name, at })));
  }

  get name(): string {
    return this.parts.length === 1 ? this.parts[0]!.name : `${this.parts[0]?.name ?? ''} + ${this.parts.length - 1}`;
  }

  async drop(): Promise<void> { await rm(this.folder, { recursive: true, force: true }); }
}

const uploadsOf = ({ dataDir }: House['config']) => join(dataDir, 'uploads');

/** Last part of a path, without what a terminal or a page could stumble over. */
const bareName = (name: string): string => name.split(/[\\/]/).at(-1)!.replace(/\p{C}/gu, '').slice(0, 120).toWellFormed() || 'roster';

/** Removes what an earlier run left half read, older than `ageMs`, and names the imports it was for. */
export async function sweepUploads(config: House['config'], now: Date, ageMs: number): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(uploadsOf(config)).catch(() => [])) {
    const at = join(uploadsOf(config), name);
    const made = await stat(at).catch(() => null);
    if (made === null || now.getTime() - made.mtimeMs < ageMs) continue;
    await rm(at, { recursive: true, force: true });
    if (name.startsWith('import-')) found.push(name.slice('import-'.length));
  }
  return found;
}

/** Where an import notes, until its files are read, that this server reads them. */
export async function noteReading(config: House['config'], importId: string): Promise<() => Promise<void>> {
  const at = join(uploadsOf(config), `import-${importId}`);
  await mkdir(at, { recursive: true, mode: 0o700 });
  return () => rm(at, { recursive: true, force: true });
}
