import type { Texts } from '../ballot.ts';

/** One LAUSD council asks for 100 words with each self-nomination; the setting of an election may differ. */
export const USUAL_STATEMENT_WORDS = 100;

/** Languages written without spaces between words, whose words have to be found. */
const UNSPACED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/** Words as people count them: what stands between spaces, or what a reader of the language takes for a word. */
export function wordsIn(text: string, locale: string): number {
  if (!UNSPACED.has(locale.split('-')[0]!)) return text.split(/\s+/u).filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

/** What a candidate says in one language; the committee may add the languages the candidate does not write. */
export interface StatementText { readonly text: string; readonly by: 'CANDIDATE' | 'COMMITTEE' }
export type Statement = Readonly<Record<string, StatementText>>;

/** Required languages in which a statement is still unsaid. Who says nothing says it in every language. */
export const missingOf = (statement: Statement, required: readonly string[]): string[] =>
  Object.keys(statement).length === 0 ? [] : required.filter((locale) => statement[locale] === undefined);

/**
 * The statement after the candidate wrote `texts`, in place of all they wrote before. Translations of the committee stay
 * only while every word of the candidate's stays.
 */
export function restate(before: Statement, texts: Texts): Statement {
  const own = Object.fromEntries(Object.entries(before).flatMap(([locale, { text, by }]) => (by === 'CANDIDATE' ? [[locale, text]] : [])));
  const same = Object.keys(own).length === Object.keys(texts).length && Object.entries(own).every(([locale, text]) => texts[locale] === text);
  const kept = same ? Object.entries(before).filter(([locale, { by }]) => by === 'COMMITTEE' && texts[locale] === undefined) : [];
  return Object.fromEntries([...kept, ...Object.entries(texts).map(([locale, text]) => [locale, { text, by: 'CANDIDATE' }])]) as Statement;
}

/** The statement with the committee's translations in place of its earlier ones; the candidate's own words are not theirs to change. */
export function translate(before: Statement, texts: Texts): Statement {
  const own = Object.entries(before).filter(([, { by }]) => by === 'CANDIDATE');
  const said = new Set(own.map(([locale]) => locale));
  const added = Object.entries(texts).filter(([locale]) => !said.has(locale)).map(([locale, text]) => [locale, { text, by: 'COMMITTEE' }]);
  return Object.fromEntries([...own, ...added]) as Statement;
}
