import type { Envelope } from '../envelopes.ts';
import type { MadeSlip } from '../make-slips.ts';

/** Everything a run of letters needs; it crosses to the worker once and never leaves the browser. */
export interface LetterJob {
  readonly school: string;
  readonly environment: string;
  /** Where slips sign in, for example https://plenary.school.test */
  readonly origin: string;
  readonly expiresAt: string;
  readonly timeZone: string;
  readonly title: string;
  /** The clerk's language, for the list of envelopes. */
  readonly locale: string;
  readonly list: EnvelopeListWords;
  readonly envelopes: readonly Envelope<MadeSlip>[];
}

export interface EnvelopeListWords {
  readonly heading: string;
  readonly explain: string;
  readonly envelope: string;
  readonly people: string;
}

export interface FontFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface LetterFonts {
  readonly regular: readonly FontFile[];
  readonly bold: readonly FontFile[];
}

/** A text the fonts do not cover, drawn by the browser with the computer's own fonts. Sizes in points. */
export interface TextPicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A text the computer cannot draw either is missing from the map: its place stays a line to write on. */
export type TextPictures = ReadonlyMap<string, TextPicture>;

export type ToWorker = { kind: 'start'; job: LetterJob } | { kind: 'pictures'; pictures: TextPictures };
export type FromWorker =
  | { kind: 'draw'; texts: readonly string[] }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; pdf: Blob; byHand: readonly number[] }
  | { kind: 'failed'; message: string };
