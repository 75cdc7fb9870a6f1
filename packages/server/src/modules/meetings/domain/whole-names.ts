import { type FoundName, PARTICLES, type StudentName, escaped, foldedWords, isOneName, isSameName, isUnspaced, studentWords, unspacedNamesIn, widest } from './seat-labels.ts';

/** Names of students, made ready to be looked for in many texts. */
export interface KnownStudents {
  /** By the first word of each way in which a student is called in full. */
  readonly spellings: ReadonlyMap<string, readonly { readonly personId: string; readonly words: readonly string[] }[]>;
  /** Students whose names are written without spaces. */
  readonly unspaced: readonly StudentName[];
}

/** So many parts of a given or a family name are tried; whoever has more is called by some of them. */
const MOST_PARTS = 4;

/** Parts of a name that stand beside each other and tell who it is: of "María José", "María", "José", and both; of "de la Cruz" none that ends before "Cruz". */
function runs(words: readonly string[]): string[][] {
  const all = words.flatMap((_, from) => words.slice(from, from + MOST_PARTS).map((__, more) => words.slice(from, from + more + 1)));
  return all.filter((run) => run.length === words.length ? run.some((word) => word.length > 1) : run.some((word) => word.length > 2 && !PARTICLES.includes(word)));
}

export function knownStudents(students: readonly StudentName[]): KnownStudents {
  const all = students.flatMap(({ personId, given, family }) => {
    const [givens, families] = [given, family].map((name) => runs(foldedWords(name).map(({ folded }) => folded)));
    return givens!.flatMap((first) => families!.flatMap((last) => [[...first, ...last], [...last, ...first]])).map((words) => ({ personId, words }));
  });
  return { spellings: Map.groupBy(all, ({ words }) => words[0]!), unspaced: students.filter(isUnspaced) };
}

/**
 * Students called by a given and a family name, in either order, whatever the case and the accents, with an initial between
 * the two or none. A given or a family name alone is as often a month, a street or a teacher, and a motion must read as it
 * was put: those are looked for only where somebody decides about each (minutes).
 */
export function wholeNamesIn(text: string, { spellings, unspaced }: KnownStudents): FoundName[] {
  const words = foldedWords(text);
  const spaced = words.flatMap(({ folded, start }, nth) => (spellings.get(folded) ?? []).flatMap(({ personId, words: spelling }) => {
    const end = endOf(words, nth, spelling, text);
    return end === null ? [] : [{ personIds: [personId], start, end }];
  }));
  return widest([...spaced, ...unspaced.flatMap((student) => unspacedNamesIn(text, student))]);
}

/** Where a spelling that begins at a word ends; null where something else stands there. One initial may stand between its words. */
function endOf(words: readonly { readonly folded: string; readonly start: number; readonly end: number }[], from: number, spelling: readonly string[], text: string): number | null {
  let [at, initials] = [from, 0];
  for (const part of spelling) {
    const here = words[at]?.folded;
    if (at > from && here !== part && here?.length === 1 && initials === 0) [at, initials] = [at + 1, 1];
    if (words[at]?.folded !== part) return null;
    at += 1;
  }
  const { end } = words[at - 1]!;
  return isOneName(text.slice(words[from]!.start, end).replace(/(?<=\b\p{L})\./gu, '')) ? end : null;
}

interface Somebody {
  readonly personId: string;
  readonly name: string | null;
  readonly student: boolean;
}

/** Without what is an adult's name, or a part of it, where that adult sits in the body and no such student does. */
export function ofStudents(text: string, found: readonly FoundName[], members: readonly Somebody[]): FoundName[] {
  const adults = members.flatMap(({ name, student }) => (student || !name ? [] : [name]));
  const taken = adults.flatMap((name) => [...text.matchAll(new RegExp(escaped(name), 'giu'))].map(({ index }) => ({ start: index, end: index + name.length })));
  return found.filter(({ personIds, start, end }) => members.some(({ personId, student }) => student && personIds.includes(personId))
    || (!adults.some((name) => isSameName(name, text.slice(start, end))) && !taken.some((name) => name.start <= start && end <= name.end)));
}

/** "Student 2" by their place in the order of seats; "a student" without one, and where it may be several (EC 49073.2; rule 30). */
export function labelOf({ personIds: [only, ...more] }: FoundName, locale: string, members: readonly Somebody[]): string {
  const { student, aStudent } = studentWords(locale);
  const seat = more.length > 0 ? -1 : members.filter((member) => member.student).findIndex(({ personId }) => personId === only);
  return seat < 0 ? aStudent : `${student} ${seat + 1}`;
}

/** The text with a label in the place of each name found. */
export function labelled(text: string, found: readonly { readonly start: number; readonly end: number; readonly label: string }[]): string {
  let [written, from] = ['', 0];
  for (const { start, end, label } of found) {
    written += text.slice(from, start) + label;
    from = end;
  }
  return written + text.slice(from);
}
