import type { Readable } from 'node:stream';

/** Contents are found by what they are, each school's apart. */
export interface FileKey {
  readonly schoolId: string;
  /** SHA-256 of the contents, in hexadecimal. */
  readonly digest: string;
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange { readonly start: number; readonly end: number }

export interface StoredContent { readonly key: FileKey; readonly storedAt: Date }

/** Where the contents of files lie: a folder, or a bucket. Which files there are, and whose, the database says. */
export interface FileStore {
  /** Folder in which a file arrives before it is put; whoever stages there removes what is not put. */
  readonly staging: string;
  /** Keeps the file at `at` and takes it away from there. Whole or not at all; the same contents again only make them new. */
  put(key: FileKey, at: string, bytes: number): Promise<void>;
  /** Null where there are no such contents. */
  open(key: FileKey, range?: ByteRange): Promise<Readable | null>;
  list(): AsyncIterable<StoredContent>;
  remove(key: FileKey): Promise<void>;
}

/** Path of contents in a folder or a bucket. */
export const pathOf = ({ schoolId, digest }: FileKey): string => `${schoolId}/${digest.slice(0, 2)}/${digest}`;

/** What {@link pathOf} was made from; null for what lies there by somebody else's doing. */
export function keyAt(path: string): FileKey | null {
  const [, schoolId, digest] = /^([0-9a-f-]{36})\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(path) ?? [];
  return schoolId === undefined || digest === undefined ? null : { schoolId, digest };
}
