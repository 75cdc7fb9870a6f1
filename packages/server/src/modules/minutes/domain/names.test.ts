import { expect, it } from 'vitest';
import { namesIn } from '../../meetings/index.ts';
import type { AssembledBlock } from './blocks.ts';
import { isKept, isWord, studentNamesFound, studentsNamedIn, undecided, withLabels, withoutStudents } from './names.ts';
import { allOf, folded, searchWords, snippetOf } from './searching.ts';

const known = {
  students: [{ personId: 'ana', given: 'Ana', family: 'Peña' }, { personId: 'leo', given: 'Leo', family: 'Díaz' }],
  seated: ['leo', 'ana'], adults: ['Ana Ruiz', 'Leo Díaz'], namesIn,
};
const named = (text: string) => studentsNamedIn(text, known).map(({ start, end }) => text.slice(start, end));

it('a student is found in words, but not within the longer name of an adult who was there', () => {
  expect(named('ANA PENA and Ana asked Ana Ruiz.')).toEqual(['ANA PENA', 'Ana']);
  expect(named('ana ruiz answered.')).toEqual([]);
  // The same name in full may be either's, so somebody decides.
  expect(named('Leo Díaz spoke.')).toEqual(['Leo Díaz']);
  expect(withoutStudents('Ana told Ana Ruiz of Leo.', 'es', known)).toBe('Estudiante 2 told Ana Ruiz of Estudiante 1.');
});

it('only words somebody chose are searched, and each name found there is decided about by itself', () => {
  const text = { en: 'Moved by Ana: “For Ana and Leo”' };
  const block: AssembledBlock = { id: 'b', kind: 'MOTION', itemId: null, motionId: null, level: 0, lines: [], text, free: [{ locale: 'en', start: 15, end: 30 }] };
  const found = studentNamesFound([block], known);
  expect(found).toEqual([{ blockId: 'b', language: 'en', start: 19, end: 22, label: 'Student 2', mayBeWord: true }, { blockId: 'b', language: 'en', start: 27, end: 30, label: 'Student 1', mayBeWord: true }]);
  const decisions = [{ ...found[0]!, keep: true }, { ...found[1]!, start: 26, keep: true }];
  expect(undecided(found, decisions)).toEqual([found[1]]);
  expect(withLabels([block], found, isKept(decisions))[0]!.text).toEqual({ en: 'Moved by Ana: “For Ana and Student 1”' });
  expect(withLabels([block], found, () => false)[0]).not.toHaveProperty('free');
});

it('a word that is no name here stays in both copies, once somebody says so; a whole name never', () => {
  const text = { en: 'By April 3, April Mae Jones and Jones spoke.' };
  const block: AssembledBlock = { id: 'b', kind: 'NOTES', itemId: null, motionId: null, level: 0, lines: [], text, free: [{ locale: 'en', start: 0, end: text.en.length }] };
  const april = { ...known, students: [{ personId: 'leo', given: 'April Mae', family: 'Jones' }], adults: [] };
  const found = studentNamesFound([block], april);
  expect(found.map(({ start, mayBeWord }) => [start, mayBeWord])).toEqual([[3, true], [12, false], [32, true]]);
  const decisions = found.map((name, nth) => ({ ...name, keep: false, isWord: nth < 2 }));
  expect(undecided(found, decisions)).toEqual([]);
  for (const keeps of [isWord(decisions), isKept(decisions)]) expect(withLabels([block], found, keeps)[0]!.text).toEqual({ en: 'By April 3, Student 1 and Student 1 spoke.' });
});

it('a search is about words, the last one as far as it is typed, and marks come back as places', () => {
  expect(searchWords(`  Apple, apple 'tree' & | :* `)).toEqual(['apple', 'tree']);
  expect(allOf(['apple', 'tr'])).toBe(`'apple' & 'tr':*`);
  expect(folded('Reunión')).toBe('reunion');
  expect(snippetOf('an \uE000apple\uE001 and a \uE000tree\uE001')).toEqual({ text: 'an apple and a tree', matches: [{ start: 3, end: 8 }, { start: 15, end: 19 }] });
});
