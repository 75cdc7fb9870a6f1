import { choicesFault } from '../choices.ts';
import type { Pile, Question } from '../definition.ts';
import { FileFault } from './file-fault.ts';
import { PileMaker } from './piles.ts';
import { separated } from './separated.ts';
import { wholeNumber } from './text.ts';

/** Papers that give a number to every option. */
export interface Grades {
  readonly names: readonly string[];
  readonly piles: readonly Pile[];
  /** Papers without any number. */
  readonly blank: number;
}

/**
 * Reads scores or dots: a first line `papers` and the options' names, then a line for each kind of paper: how many there
 * are, and a whole number for each option. Commas separate, or semicolons; an empty place is 0; `#` begins a comment line.
 * @throws {FileFault} at the first line that says anything else, or that breaks the method's limit.
 */
export function readGrades(text: string, method: 'SCORE' | 'DOTS', limit: number | null): Grades & { readonly limit: number } {
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const [head, ...rows] = separated(text, first.includes(';') && !first.includes(',') ? ';' : ',').filter(({ fields }) => !fields[0]!.startsWith('#'));
  if (head === undefined || head.fields[0]!.trim() !== 'papers' || head.fields.length < 2) {
    throw new FileFault(head?.line ?? 1, 'the first line is not "papers" and the names of the options, separated by commas');
  }
  const names = head.fields.slice(1).map((name) => name.trim());
  const most = limit ?? (method === 'SCORE' ? 5 : names.length);
  const question: Question = { method, options: names.map(() => 'CHOICE'), maxChoices: most, seats: 1, budget: null };
  const piles = new PileMaker();
  let blank = 0;
  for (const { line, fields } of rows) {
    if (fields.length !== head.fields.length) throw new FileFault(line, `the line has ${fields.length} columns, not ${head.fields.length}`);
    const [papers, ...grades] = fields.map((field, n) => (n > 0 && field.trim() === '' ? 0 : wholeNumber(field.trim())));
    if (papers == null || papers < 1) throw new FileFault(line, 'the first number is how many such papers there are, at least 1');
    if (grades.includes(null)) throw new FileFault(line, 'an option is given a whole number, 0 or more');
    if (fields.slice(1).every((field) => field.trim() === '') || (method === 'DOTS' && grades.every((grade) => grade === 0))) {
      blank += papers;
      continue;
    }
    const fault = choicesFault(question, grades as number[]);
    if (fault !== null) throw new FileFault(line, method === 'SCORE' ? `a score is more than ${most}` : `the paper gives more than ${most} dots`);
    piles.add(grades as number[], papers, line);
  }
  return { names, piles: piles.piles(), blank, limit: most };
}
