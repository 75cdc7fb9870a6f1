/** A student as the school knows them. Only to be found in a text, never to be printed. */
export interface StudentName {
  readonly personId: string;
  readonly given: string;
  readonly family: string;
}

/** What students are called in every printed or public text: before the number of their seat, and without one (EC 49073.2; rule 30). */
export interface StudentWords { readonly student: string; readonly aStudent: string }

const STUDENT_WORDS = {
  en: { student: 'Student', aStudent: 'a student' },
  es: { student: 'Estudiante', aStudent: 'un estudiante' },
} as const satisfies Record<string, StudentWords>;

/** In the language, by its first subtag; in English where the house does not speak it. */
export function studentWords(locale: string): StudentWords {
  const base = locale.toLowerCase().split('-')[0];
  return base === 'es' ? STUDENT_WORDS.es : STUDENT_WORDS.en;
}

/** Where a name stands in a text: `text.slice(start, end)`. */
export interface FoundName {
  readonly personIds: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * Students' names in free text, for a prompt before anybody else reads it: given and family names, together or alone, as
 * whole words, whatever the case and the accents. Text in a script without spaces between words is searched for full names.
 */
export function namesIn(text: string, students: readonly StudentName[]): FoundName[] {
  const words = foldedWords(text);
  const places = Map.groupBy(words.keys(), (nth) => words[nth]!.folded);
  const spaced = students.flatMap((student) => spellings(student).flatMap((spelling) =>
    occurrences(words, places.get(spelling[0]!) ?? [], text, spelling, student.personId)));
  return widest([...spaced, ...students.flatMap((student) => unspacedNamesIn(text, student))]);
}

export interface Word { readonly folded: string; readonly start: number; readonly end: number }

/** Runs of letters: an apostrophe or a hyphen ends a word, so that "Ana's" is about Ana and "Peña-Ruiz" about a Ruiz. */
export const foldedWords = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({ folded: fold(word), start: index, end: index + word.length }));

/** Letters that Unicode does not take apart into a letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const fold = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[øłđðıßæœ]/gu, (letter) => PLAIN[letter]!);

/** Parts of a family name of several words that are about nobody when they stand alone; as a name of its own, Van is one. */
export const PARTICLES: readonly string[] = ['del', 'las', 'los', 'dos', 'das', 'van', 'von', 'der', 'den', 'bin', 'ibn'];

/** How a student may be called: in full either way around, by all given or family names, or by one long enough to be a name. */
function spellings({ given, family }: StudentName): string[][] {
  const [givens, families] = [given, family].map((name) => foldedWords(name).map(({ folded }) => folded)) as [string[], string[]];
  const telling = families.filter((word) => families.length === 1 || !PARTICLES.includes(word));
  const alone = [...givens, ...telling].filter((word) => word.length > 2).map((word) => [word]);
  const whole = [givens, families].filter((name) => name.length > 1 || name.some((word) => word.length === 2));
  const full = givens.length > 0 && families.length > 0 ? [[...givens, ...families], [...families, ...givens]] : [];
  return [...full, ...whole, ...alone];
}

/** @param from where the first word of the spelling stands: a school has hundreds of names, and minutes thousands of words. */
function occurrences(words: readonly Word[], from: readonly number[], text: string, spelling: readonly string[], personId: string): FoundName[] {
  return from.flatMap((nth) => {
    const word = words[nth]!;
    const run = words.slice(nth, nth + spelling.length);
    const last = run.at(-1)!;
    const fits = run.length === spelling.length && run.every(({ folded }, m) => folded === spelling[m]) && isOneName(text.slice(word.start, last.end));
    return fits ? [{ personIds: [personId], start: word.start, end: last.end }] : [];
  });
}

/** Words of one name have nothing between them but what names are written with; a full stop and a new line part them. */
export const isOneName = (passage: string): boolean => !/[^\p{L}\p{M}\p{N} \u00A0,'’-]/u.test(passage);

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export const isUnspaced = ({ given, family }: StudentName): boolean => UNSPACED.test(given + family);

export function unspacedNamesIn(text: string, { personId, given, family }: StudentName): FoundName[] {
  if (!UNSPACED.test(given + family)) return [];
  const names = [...new Set([family + given, given + family, `${given} ${family}`])].filter((name) => name.trim().length > 1);
  return names.flatMap((name) => [...text.matchAll(new RegExp(escaped(name), 'gu'))].map(({ index }) => ({ personIds: [personId], start: index, end: index + name.length })));
}

export const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Whether a text is a student's whole name and nothing else, in whatever order of its words. */
export const isWholeName = (text: string, { given, family }: StudentName): boolean => given !== '' && family !== '' && isSameName(text, `${given} ${family}`);

/** Whether two names are made of the same words. */
export function isSameName(one: string, other: string): boolean {
  const words = (of: string) => foldedWords(of).map(({ folded }) => folded).toSorted().join(' ');
  return words(one) === words(other);
}

/** In order and without overlap, the longest first; whoever else bears the same name is named beside. */
export function widest(found: readonly FoundName[]): FoundName[] {
  const kept: FoundName[] = [];
  for (const name of found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const over = kept.findIndex(({ start, end }) => name.start < end && start < name.end);
    const same = kept[over];
    if (same === undefined) kept.push(name);
    else if (same.start === name.start && same.end === name.end) kept[over] = { ...same, personIds: [...new Set([...same.personIds, ...name.personIds])] };
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
