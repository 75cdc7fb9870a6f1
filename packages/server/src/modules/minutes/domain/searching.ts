/** A day of the calendar, `yyyy-mm-dd`, as the database knows them: there was no year 0. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Small letters without accents, as people type them into a box. */
export const folded = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** Most words one search is about; more are left out. */
const MOST_WORDS = 12;

/** Words of a search, in their order, each once. */
export const searchWords = (text: string): string[] =>
  [...new Set([...text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word.toLowerCase()))].slice(0, MOST_WORDS);

/** All of these words, the last one as far as it has been typed, for PostgreSQL's to_tsquery. */
export const allOf = (words: readonly string[]): string => words.map((word, nth) => `'${word}'${nth === words.length - 1 ? ':*' : ''}`).join(' & ');

export interface Match { readonly start: number; readonly end: number }
export interface Snippet {
  readonly text: string;
  readonly matches: readonly Match[];
}

/** Marks around what was found, which no text that was typed holds (Unicode's own use). */
export const [FOUND, END] = ['\uE000', '\uE001'];

/** A passage with marks, as its text and where they were. */
export function snippetOf(marked: string): Snippet {
  const matches: Match[] = [];
  let [text, start] = ['', 0];
  for (const piece of marked.split(/([\uE000\uE001])/)) {
    if (piece === FOUND) start = text.length;
    else if (piece === END) matches.push({ start, end: text.length });
    else text += piece;
  }
  return { text, matches };
}
