import type { AssembledBlock, MinutesBlock, Texts } from './blocks.ts';
import { sentencesOf } from './sentences/written.ts';

interface StudentName {
  readonly personId: string;
  readonly given: string;
  readonly family: string;
}

/** Where a name stands in a text, and whose it may be. */
export interface FoundName {
  readonly personIds: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A student's name in words somebody chose: `text[language].slice(start, end)` of the block. */
export interface FoundStudentName {
  readonly blockId: string;
  readonly language: string;
  readonly start: number;
  readonly end: number;
  /** What stands in its place in every public text. */
  readonly label: string;
  /** It is one word alone, which may be another: a month, a street, somebody else's name. */
  readonly mayBeWord: boolean;
}

/** What somebody decided about one of them: to keep it in the copy of the body, to put the seat label there too, or that it is no student's name, and stays in both copies. */
export interface NameDecision {
  readonly blockId: string;
  readonly language: string;
  readonly start: number;
  readonly end: number;
  readonly keep: boolean;
  readonly isWord?: boolean;
}

export interface NamesKnown {
  readonly students: readonly StudentName[];
  /** Students who sit in the body, in the order of seats. */
  readonly seated: readonly string[];
  /** Names of adults who were in the room: a part of one of them is nobody else's. */
  readonly adults: readonly string[];
  /** How names of these students are found in a text, in their order. */
  readonly namesIn: (text: string, students: readonly StudentName[]) => readonly FoundName[];
}

const wordsFor = (locale: string) => sentencesOf(locale) ?? sentencesOf('en')!;

function labelOf(locale: string, { personIds: [only, ...more] }: FoundName, seated: readonly string[]): string {
  const { student, aStudent } = wordsFor(locale);
  const seat = more.length === 0 ? seated.indexOf(only!) : -1;
  return seat < 0 ? aStudent : `${student} ${seat + 1}`;
}

/** Students' names in a text, without those that are part of the longer name of an adult who was there. */
export function studentsNamedIn(text: string, { students, adults, namesIn }: NamesKnown): FoundName[] {
  const taken = adults.filter((name) => name !== '').flatMap((name) => [...text.matchAll(new RegExp(escaped(name), 'giu'))].map(({ index }) => ({ start: index, end: index + name.length })));
  return namesIn(text, students).filter(({ start, end }) => !taken.some((name) => name.start <= start && end <= name.end && name.end - name.start > end - start));
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Every student named in words somebody chose, for a prompt before anybody else reads them (J5; EC 49073.2). */
export const studentNamesFound = (blocks: readonly AssembledBlock[], known: NamesKnown): FoundStudentName[] => blocks.flatMap((block) =>
  block.free.flatMap((span) => studentsNamedIn((block.text[span.locale] ?? '').slice(span.start, span.end), known).map((found) => ({
    blockId: block.id, language: span.locale, start: span.start + found.start, end: span.start + found.end, label: labelOf(span.locale, found, known.seated), mayBeWord: /^[\p{L}\p{M}]+$/u.test((block.text[span.locale] ?? '').slice(span.start + found.start, span.start + found.end)),
  }))));

type Place = Pick<NameDecision, 'blockId' | 'language' | 'start' | 'end'>;

const same = (a: Place, b: Place): boolean =>
  a.blockId === b.blockId && a.language === b.language && a.start === b.start && a.end === b.end;

/** Those nobody has decided about. */
export const undecided = (found: readonly FoundStudentName[], decisions: readonly NameDecision[]): FoundStudentName[] =>
  found.filter((name) => !decisions.some((decision) => same(name, decision)));

/** The blocks with labels where a name found is not to be kept. */
export function withLabels(blocks: readonly MinutesBlock[], found: readonly FoundStudentName[], keep: (name: FoundStudentName) => boolean): MinutesBlock[] {
  const replaced = Map.groupBy(found.filter((name) => !keep(name)), ({ blockId }) => blockId);
  return blocks.map(({ id, kind, itemId, motionId, level, text, lines }) => {
    const names = replaced.get(id) ?? [];
    const labelled: Texts = Object.fromEntries(Object.entries(text).map(([locale, said]) => [locale, put(said, names.filter(({ language }) => language === locale))]));
    return { id, kind, itemId, motionId, level, text: labelled, lines };
  });
}

function put(text: string, names: readonly Pick<FoundStudentName, 'start' | 'end' | 'label'>[]): string {
  let [written, from] = ['', 0];
  for (const { start, end, label } of names.toSorted((a, b) => a.start - b.start)) {
    written += text.slice(from, start) + label;
    from = end;
  }
  return written + text.slice(from);
}

/** Another word that only looks like a name; of somebody's whole name nobody can say so. */
export const isWord = (decisions: readonly NameDecision[]) => (name: FoundStudentName): boolean => name.mayBeWord && decisions.some((decision) => decision.isWord === true && same(name, decision));

export const isKept = (decisions: readonly NameDecision[]) => (name: FoundStudentName): boolean => decisions.some((decision) => decision.keep && same(name, decision)) || isWord(decisions)(name);

/** Words that come in from outside, as a correction does, with every student in them called by their seat. */
export const withoutStudents = (text: string, locale: string, known: NamesKnown): string =>
  put(text, studentsNamedIn(text, known).map((found) => ({ ...found, label: labelOf(locale, found, known.seated) })));
