import type { FaultCode } from '../../domain/roster/fault.ts';

/** One file of an export. */
export interface SourceFile {
  /** Path inside the export, as people know it. */
  readonly path: string;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

export interface RosterSource {
  readonly files: readonly SourceFile[];
  close(): Promise<void>;
}

/** What was given cannot be read as a folder or zip of files. */
export class UnreadableSource extends Error {
  readonly code: FaultCode;
  readonly file: string;

  constructor(code: FaultCode, file: string) {
    super(code);
    this.name = 'UnreadableSource';
    this.code = code;
    this.file = file;
  }
}

/** Bytes read of one export, however well it was compressed. */
export const MOST_BYTES = 2 * 1024 ** 3;
export const MOST_FILES = 1000;

/** What archivers and desktops leave behind. */
export const isJunk = (path: string): boolean =>
  path.split('/').some((part) => part === '__MACOSX' || part.startsWith('.') || part.startsWith('~$')) || /(^|\/)(thumbs\.db|desktop\.ini)$/i.test(path);
