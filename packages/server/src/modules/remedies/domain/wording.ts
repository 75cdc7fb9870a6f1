/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

export interface WordedText { readonly locale: string; readonly text: string }

/** What keeps words from being kept; the meetings room's form. */
export interface WordingFault {
  readonly field: string;
  readonly itemId: null;
  readonly code: 'REQUIRED' | 'TOO_LONG' | 'REPEATED' | 'MISSING_LOCALES' | 'STUDENT_NAMED';
  /** Languages still unsaid, or where a student is named. */
  readonly about: readonly string[];
}

/** Characters. */
export const LONGEST = { words: 4000, name: 200, contact: 300, answer: 4000 } as const;

export const MOST_LOCALES = 24;

export const fault = (field: string, code: WordingFault['code'], about: readonly string[] = []): WordingFault => ({ field, itemId: null, code, about });

/** Something somebody must say. */
export function saidFaults(field: string, text: string, most: number): WordingFault[] {
  const said = clean(text);
  if (said === '') return [fault(field, 'REQUIRED')];
  return said.length > most ? [fault(field, 'TOO_LONG')] : [];
}

export const tooLong = (field: string, text: string, most: number): WordingFault[] => (clean(text).length > most ? [fault(field, 'TOO_LONG')] : []);

/** Words in at least one language, or in all of `locales` (EC 48985), and in none twice. */
export function textFaults(field: string, texts: readonly WordedText[], most: number, locales: readonly string[] = []): WordingFault[] {
  if (new Set(texts.map(({ locale }) => locale)).size !== texts.length) return [fault(field, 'REPEATED')];
  if (texts.length > MOST_LOCALES || texts.some(({ text }) => clean(text).length > most)) return [fault(field, 'TOO_LONG')];
  const said = textsOf(texts);
  if (Object.keys(said).length === 0) return [fault(field, 'REQUIRED')];
  const missing = locales.filter((locale) => !(locale in said));
  return missing.length > 0 ? [fault(field, 'MISSING_LOCALES', missing)] : [];
}

export const textsOf = (texts: readonly WordedText[]): Texts =>
  Object.fromEntries(texts.map(({ locale, text }) => [locale, clean(text)]).filter(([, text]) => text !== ''));

export const worded = (texts: Texts): WordedText[] => Object.entries(texts).map(([locale, text]) => ({ locale, text }));

/** Without what no database text may hold and no page could show: half characters and control codes but line ends. */
export function clean(text: string): string {
  const said = text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '').trim();
  return UNSEEN.test(said) ? '' : said;
}

/** Nothing but marks that join or direct letters, and fillers: it says nothing to anybody. */
const UNSEEN = /^[\s\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/** At most `most` characters, the last an ellipsis where something is left out. */
export const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`);
