import { expect, it } from 'vitest';
import { namesIn } from '../../meetings/index.ts';
import type { AssembledBlock } from './blocks.ts';
import { isKept, studentNamesFound, studentsNamedIn, undecided, withLabels, withoutStudents } from './names.ts';
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
  expect(found).toEqual([{ blockId: 'b', language: 'en', start: 19, end: 22, label: 'Student 2' }, { blockId: 'b', language: 'en', start: 27, end: 30, label: 'Student 1' }]);
  const decisions = [{ ...found[0]!, keep: true }, { ...found[1]!, start: 26, keep: true }];
  expect(undecided(found, decisions)).toEqual([found[1]]);
  expect(withLabels([block], found, isKept(decisions))[0]!.text).toEqual({ en: 'Moved by Ana: “For Ana and Student 1”' });
  expect(withLabels([block], found, () => false)[0]).not.toHaveProperty('free');
});

it('a search is about words, the last one as far as it is typed, and marks come back as places', () => {
  expect(searchWords(`  Apple, apple 'tree' & | :* `)).toEqual(['apple', 'tree']);
  expect(allOf(['apple', 'tr'])).toBe(`'apple' & 'tr':*`);
  expect(folded('Reunión')).toBe('reunion');
  expect(snippetOf('an \uE000apple\uE001 and a \uE000tree\uE001')).toEqual({ text: 'an apple and a tree', matches: [{ start: 3, end: 8 }, { start: 15, end: 19 }] });
});
