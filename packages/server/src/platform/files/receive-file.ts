import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { detectKind } from './detect-kind.ts';
import { FILE_KINDS, type FileKind, type RefusedKind } from './file-kinds.ts';
import { cleanName, endingOf } from './file-name.ts';
import type { FileStore } from './file-store.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

export interface ReceivedFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly digest: string;
  readonly bytes: number;
}

export const FILE_RULES = ['EMPTY', 'TOO_LARGE', 'KIND', 'ENDING', 'DAMAGED'] as const;

/** Why a file was not taken. */
export interface FileRefusal {
  readonly rule: (typeof FILE_RULES)[number];
  /** What was found in it, where it was looked into. */
  readonly found: FileKind | RefusedKind | null;
}

export interface Allowed {
  readonly kinds: readonly FileKind[];
  /** Bytes. */
  readonly most: number;
}

const STRIP: Partial<Record<FileKind, (bytes: Buffer) => Buffer[] | null>> = { JPEG: stripJpeg, PNG: stripPng, WEBP: stripWebp };

/**
 * Streams a file to disk, finds out what it is, takes out of a picture what its camera added, and puts it into the store.
 * Only pictures are ever whole in memory.
 */
export async function receiveFile(store: FileStore, schoolId: string, name: string, content: Readable, { kinds, most }: Allowed): Promise<ReceivedFile | FileRefusal> {
  await mkdir(store.staging, { recursive: true, mode: 0o700 });
  const at = join(store.staging, randomUUID());
  try {
    await pipeline(content, upTo(most + 1), createWriteStream(at, { mode: 0o600, flags: 'wx' }));
    const { size } = await stat(at);
    if (size > most) return { rule: 'TOO_LARGE', found: null };
    if (size === 0) return { rule: 'EMPTY', found: null };
    const named = await nameFile(at, name, kinds);
    if ('rule' in named) return named;
    const strip = STRIP[named.kind];
    if (strip !== undefined) {
      const kept = strip(await readFile(at));
      if (kept === null) return { rule: 'DAMAGED', found: named.kind };
      await writeFile(at, kept);
    }
    const { digest, bytes } = await digestOf(at);
    await store.put({ schoolId, digest }, at, bytes);
    return { ...named, mediaType: FILE_KINDS[named.kind].mediaType, digest, bytes };
  } finally {
    await rm(at, { force: true });
  }
}

/** What it is by its contents, and by which name it is kept; the two must agree, or whoever saves it could not open it. */
async function nameFile(at: string, name: string, kinds: readonly FileKind[]): Promise<{ name: string; kind: FileKind } | FileRefusal> {
  const cleaned = cleanName(name);
  const ending = endingOf(cleaned);
  const found = await detectKind(at);
  // A table in plain text is told from other plain text by its name alone.
  const kind = found === 'TEXT' && ending === 'csv' ? 'CSV' : found;
  if (!isAmong(kind, kinds)) return { rule: 'KIND', found: kind };
  const endings: readonly string[] = FILE_KINDS[kind].endings;
  if (ending !== '' && !endings.includes(ending)) return { rule: 'ENDING', found: kind };
  return { kind, name: ending === '' ? `${cleaned === '' ? 'file' : cleaned}.${endings[0]}` : cleaned };
}

const isAmong = (kind: FileKind | RefusedKind, kinds: readonly FileKind[]): kind is FileKind => kinds.some((each) => each === kind);

/** The first bytes of a stream; what follows is swallowed, so that whoever sends hears why. */
function upTo(most: number): Transform {
  let left = most;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const kept = chunk.subarray(0, left);
      left -= kept.length;
      done(null, kept);
    },
  });
}

async function digestOf(at: string): Promise<{ digest: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(at)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { digest: hash.digest('hex'), bytes };
}

/** Removes what earlier runs left half received, older than `ageMs`. */
export async function sweepStaging({ staging }: FileStore, now: Date, ageMs: number): Promise<void> {
  for (const name of await readdir(staging).catch(() => [])) {
    const at = join(staging, name);
    const found = await stat(at).catch(() => null);
    if (found !== null && now.getTime() - found.mtimeMs > ageMs) await rm(at, { force: true, recursive: true });
  }
}
