import { type MotionKind, namesItem } from './choosing-threshold.ts';
import type { Texts } from './motion.ts';

export interface WordedText { readonly locale: string; readonly text: string }

/** A motion as somebody says it. */
export interface MotionWording {
  readonly itemId: string | null;
  readonly aboutId: string | null;
  readonly kind: MotionKind;
  readonly text: readonly WordedText[];
  readonly immediate: string | null;
  readonly afterPosting: string | null;
  /** `yyyy-mm-dd`. */
  readonly reviewOn: string | null;
}

/** An action item as it is assigned. */
export interface ActionWording {
  readonly title: string;
  /** `yyyy-mm-dd`. */
  readonly due: string | null;
}

/** Who is to do it: a person of the environment, or a member by their id in the sitting. */
export interface OwnerNamed {
  readonly ownerId: string | null;
  readonly memberId: string | null;
}

export type WordingFaultCode = 'REQUIRED' | 'TOO_LONG' | 'REPEATED' | 'OUT_OF_RANGE' | 'STUDENT_NAMED';
/** In the meetings room's form. */
export interface WordingFault {
  readonly field: string;
  readonly itemId: null;
  readonly code: WordingFaultCode;
  readonly about: readonly string[];
}

/** Characters. */
export const LONGEST = { text: 4000, finding: 1000, referredTo: 300, why: 300, title: 300, note: 1000 } as const;

const fault = (field: string, code: WordingFaultCode): WordingFault => ({ field, itemId: null, code, about: [] });

/** Everything wrong with a motion's words at once; a finding of urgency says both things that are found (rule 2). */
export function motionFaults({ kind, itemId, text, immediate, afterPosting, reviewOn }: MotionWording, today: string): WordingFault[] {
  const urgent = kind === 'URGENCY';
  return [
    ...(namesItem(kind) && itemId === null ? [fault('itemId', 'REQUIRED')] : []),
    ...textFaults('text', text),
    ...(urgent ? saidFaults('immediate', immediate ?? '', LONGEST.finding) : []),
    ...(urgent ? saidFaults('afterPosting', afterPosting ?? '', LONGEST.finding) : []),
    ...(reviewOn !== null && (!isDay(reviewOn) || reviewOn <= today) ? [fault('reviewOn', 'OUT_OF_RANGE')] : []),
  ];
}

/** Nobody is to have done something by a day before `today`. */
export function actionFaults({ title, due }: ActionWording, today: string): WordingFault[] {
  return [...saidFaults('title', title, LONGEST.title), ...(due !== null && (!isDay(due) || due < today) ? [fault('due', 'OUT_OF_RANGE')] : [])];
}

/** Exactly one of the two ways names whoever is to do it. */
export function ownerFaults({ ownerId, memberId }: OwnerNamed): WordingFault[] {
  if (ownerId === null && memberId === null) return [fault('ownerId', 'REQUIRED')];
  return ownerId !== null && memberId !== null ? [fault('memberId', 'REPEATED')] : [];
}

export function textFaults(field: string, texts: readonly WordedText[]): WordingFault[] {
  if (new Set(texts.map(({ locale }) => locale)).size !== texts.length) return [fault(field, 'REPEATED')];
  if (texts.some(({ text }) => text.length > LONGEST.text)) return [fault(field, 'TOO_LONG')];
  return Object.keys(textsOf(texts)).length === 0 ? [fault(field, 'REQUIRED')] : [];
}

/** One sentence somebody must say. */
export function saidFaults(field: string, text: string, most: number): WordingFault[] {
  const said = clean(text);
  if (said === '') return [fault(field, 'REQUIRED')];
  return said.length > most ? [fault(field, 'TOO_LONG')] : [];
}

export const tooLong = (field: string, text: string, most: number): WordingFault[] => (clean(text).length > most ? [fault(field, 'TOO_LONG')] : []);

export const textsOf = (texts: readonly WordedText[]): Texts =>
  Object.fromEntries(texts.map(({ locale, text }) => [locale, clean(text)]).filter(([, text]) => text !== ''));

/** Without what no database text may hold and no page could show: half characters and control codes but line ends. */
export function clean(text: string): string {
  const said = text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
  return UNSEEN.test(said) ? '' : said;
}

/** Nothing but marks that join or direct letters, and fillers: it says nothing to anybody. */
const UNSEEN = /^[\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** A day of the calendar, `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(2\d{3})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  return m >= 1 && m <= 12 && d >= 1 && d <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;
}
