import type { Intent, MeetingKind, Texts } from './meeting.ts';
import type { NoticeFaultCode } from './notice-faults.ts';
import { MOST_REPEATS, type Repeat } from './series.ts';

export interface WordedText { readonly locale: string; readonly text: string }

/** A meeting as somebody plans it; what is left open must be said before its notice is posted. */
export interface MeetingWording {
  readonly kind: MeetingKind;
  readonly title: readonly WordedText[];
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly place: readonly WordedText[];
  readonly onlineUrl: string | null;
  /** Languages it is interpreted into, as BCP 47 tags. */
  readonly interpretation: readonly string[];
  readonly childcare: boolean;
}

export interface AgendaItemWording {
  readonly title: readonly WordedText[];
  readonly description: readonly WordedText[];
  readonly rationale: readonly WordedText[];
  readonly intent: Intent;
  readonly minutesPlanned: number | null;
  readonly presenter: string | null;
}

export const MEETING_FAULTS = ['REQUIRED', 'MISSING_LOCALES', 'TOO_LATE', 'TOO_LONG', 'REPEATED', 'OUT_OF_RANGE', 'NOT_AFTER_START', 'BAD_URL', 'BAD_LOCALE', 'STUDENT_NAMED'] as const;
export type MeetingFaultCode = NoticeFaultCode | (typeof MEETING_FAULTS)[number];

/** What keeps words from being kept, or a notice from being posted. */
export interface MeetingFault {
  readonly field: string;
  /** Null: of the meeting itself, or of the item just worded. */
  readonly itemId: string | null;
  readonly code: MeetingFaultCode;
  /** Languages still unsaid, or the last moment at which it could have been posted. */
  readonly about: readonly string[];
}

/** Characters. */
export const LONGEST = { title: 200, place: 300, onlineUrl: 500, description: 4000, rationale: 2000, presenter: 200, reason: 500, postedAt: 200, paper: 200 } as const;
export const MOST_LANGUAGES = 24;
/** Minutes of one item. */
export const MOST_MINUTES = 600;

/** Years in which a meeting may be, the last one left out: `26` for `2026` is a slip, and no council plans further. */
const YEARS = [2000, 2100] as const;

const fault = (field: string, code: MeetingFaultCode): MeetingFault => ({ field, itemId: null, code, about: [] });

/** Moments that no meeting is near. */
export const reachFaults = (moments: Readonly<Record<string, Date | null>>): MeetingFault[] => Object.entries(moments).flatMap(([field, at]) =>
  (at === null || (at.getUTCFullYear() >= YEARS[0] && at.getUTCFullYear() < YEARS[1]) ? [] : [fault(field, 'OUT_OF_RANGE')]));

export function meetingFaults({ title, startsAt, endsAt, place, onlineUrl, interpretation }: MeetingWording): MeetingFault[] {
  const url = clean(onlineUrl ?? '');
  return [
    ...textFaults('title', title, LONGEST.title, true),
    ...reachFaults({ startsAt, endsAt }),
    ...(endsAt !== null && (startsAt === null || endsAt.getTime() <= startsAt.getTime()) ? [fault('endsAt', 'NOT_AFTER_START')] : []),
    ...textFaults('place', place, LONGEST.place, false),
    ...(url.length > LONGEST.onlineUrl ? [fault('onlineUrl', 'TOO_LONG')] : []),
    ...(url !== '' && !/^https:\/\/[^\s"<>]+$/.test(url) ? [fault('onlineUrl', 'BAD_URL')] : []),
    ...(new Set(interpretation).size !== interpretation.length ? [fault('interpretation', 'REPEATED')] : []),
    ...(interpretation.length > MOST_LANGUAGES ? [fault('interpretation', 'OUT_OF_RANGE')] : []),
    ...(interpretation.some((tag) => !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) ? [fault('interpretation', 'BAD_LOCALE')] : []),
  ];
}

export function itemFaults({ title, description, rationale, minutesPlanned, presenter }: AgendaItemWording): MeetingFault[] {
  return [
    ...textFaults('title', title, LONGEST.title, true),
    ...textFaults('description', description, LONGEST.description, false),
    ...textFaults('rationale', rationale, LONGEST.rationale, false),
    ...(minutesPlanned !== null && (minutesPlanned < 1 || minutesPlanned > MOST_MINUTES) ? [fault('minutesPlanned', 'OUT_OF_RANGE')] : []),
    ...((presenter ?? '').length > LONGEST.presenter ? [fault('presenter', 'TOO_LONG')] : []),
  ];
}

/** An item added in session was on no notice that asked for it, and says all the same for what good the body is to act on it. */
export const addedFaults = (wording: AgendaItemWording): MeetingFault[] =>
  [...itemFaults(wording), ...(wording.intent === 'ACTION' && Object.keys(textsOf(wording.rationale)).length === 0 ? [fault('rationale', 'REQUIRED')] : [])];

/** A meeting is repeated from a day, and not for ever. */
export function repeatFaults(repeat: Repeat | null, startsAt: Date | null): MeetingFault[] {
  if (repeat === null) return [];
  return [
    ...(startsAt === null ? [fault('startsAt', 'REQUIRED')] : []),
    ...(repeat.times < 1 || repeat.times > MOST_REPEATS ? [fault('repeat.times', 'OUT_OF_RANGE')] : []),
  ];
}

/** One sentence somebody must say. */
export function saidFaults(field: string, text: string, most: number): MeetingFault[] {
  const said = clean(text);
  if (said === '') return [fault(field, 'REQUIRED')];
  return said.length > most ? [fault(field, 'TOO_LONG')] : [];
}

function textFaults(field: string, texts: readonly WordedText[], most: number, required: boolean): MeetingFault[] {
  if (new Set(texts.map(({ locale }) => locale)).size !== texts.length) return [fault(field, 'REPEATED')];
  if (texts.some(({ text }) => text.length > most)) return [fault(field, 'TOO_LONG')];
  return required && Object.keys(textsOf(texts)).length === 0 ? [fault(field, 'REQUIRED')] : [];
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
