import type { Authority, BodyKind, MeetingLaw, Texts } from './body.ts';
import type { BylawsFaultCode } from './bylaws.ts';

export interface WordedText { readonly locale: string; readonly text: string }

/** A body as somebody words it. */
export interface BodyWording {
  readonly kind: BodyKind;
  readonly meetingLaw: MeetingLaw;
  readonly authority: Authority;
  readonly name: readonly WordedText[];
  readonly remit: readonly WordedText[];
  readonly studentSeats: boolean;
}

export type BodyFaultCode = BylawsFaultCode | 'TOO_LONG' | 'BAD_DATE' | 'NOT_AFTER_START' | 'NOT_YET';
export interface BodyFault { readonly field: string; readonly code: BodyFaultCode }

/** Characters of a name, of a remit, of a note, and of a reason. */
export const LONGEST = { name: 200, remit: 4000, note: 500, reason: 500 } as const;

export function bodyFaults({ name, remit }: BodyWording): BodyFault[] {
  const faults: BodyFault[] = [];
  const add = (field: string, code: BodyFaultCode | null) => { if (code !== null) faults.push({ field, code }); };
  add('name', textFault(name, LONGEST.name, true));
  add('remit', textFault(remit, LONGEST.remit, false));
  return faults;
}

export function textFault(texts: readonly WordedText[], most: number, required: boolean): BodyFaultCode | null {
  if (new Set(texts.map(({ locale }) => locale)).size !== texts.length) return 'REPEATED';
  if (texts.some(({ text }) => text.length > most)) return 'TOO_LONG';
  return required && Object.keys(textsOf(texts)).length === 0 ? 'REQUIRED' : null;
}

export const textsOf = (texts: readonly WordedText[]): Texts =>
  Object.fromEntries(texts.map(({ locale, text }) => [locale, clean(text)]).filter(([, text]) => text !== ''));

/** Without what no database text may hold and no page could show: half characters and control codes but line ends. */
export function clean(text: string): string {
  const said = text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
  return UNSEEN.test(said) ? '' : said;
}

/** Nothing but marks that join or direct letters, and fillers: it says nothing to anybody. */
const UNSEEN = /^[\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** A day of the calendar that there is, in years that a body's record can tell of: `0026` for `2026` is a slip. */
export const isDay = (text: string): boolean => /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text);
