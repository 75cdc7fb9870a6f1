import type { Pile } from '../definition.ts';
import { quotedTexts } from './blt-names.ts';
import { FileFault } from './file-fault.ts';
import { PileMaker } from './piles.ts';
import { linesOf, wholeNumber } from './text.ts';

/** An election as a BLT file holds it. Candidates are positions from 0; the file counts from 1. */
export interface Blt {
  readonly seats: number;
  readonly names: readonly string[];
  readonly title: string;
  readonly withdrawn: ReadonlySet<number>;
  /** Papers that name at least one candidate who did not withdraw, without those who did. */
  readonly piles: readonly Pile[];
  /** Papers that name nobody who stands. */
  readonly blank: number;
}

/** Far more than any ballot has, and few enough for a position to fit two bytes. */
const MOST_CANDIDATES = 65_535;

/**
 * Reads a BLT file: `candidates seats`, then `-n` for who withdrew, a line for each kind of paper
 * (`weight first second … 0`), a line `0`, the names in quotes and the title. `#` begins a comment.
 * @param most Most candidates that one paper may name.
 * @throws {FileFault} at the first line that says anything else.
 */
export function readBlt(text: string, most = Infinity): Blt {
  const lines = linesOf(text);
  const at = nextLine(lines, 0);
  const [candidates, seats] = header(lines, at);
  const withdrawn = new Set<number>();
  const papers: { choices: number[]; weight: number; line: number }[] = [];
  let n = nextLine(lines, at + 1);
  for (; ; n = nextLine(lines, n + 1)) {
    const words = wordsOf(lines[n] ?? '');
    if (words.length === 0) throw new FileFault(lines.length, 'the file ends before the line 0 that ends the papers');
    if (words.length === 1 && words[0] === '0') break;
    if (words[0]!.startsWith('-')) for (const word of words) withdrawn.add(withdrawal(word, candidates, n + 1));
    else papers.push(paper(words, candidates, n + 1));
  }
  const texts = quotedTexts(lines, n + 1);
  if (texts.length < candidates) throw new FileFault(lines.length, `${candidates} candidates, but only ${texts.length} names`);
  // Some programs write the source and a comment after the title.
  if (texts.length > candidates + 3) throw new FileFault(texts[candidates + 3]!.line, `more texts than ${candidates} names and a title`);

  const piles = new PileMaker();
  let blank = 0;
  for (const { choices, weight, line } of papers) {
    const standing = withdrawn.size === 0 ? choices : choices.filter((choice) => !withdrawn.has(choice));
    if (standing.length > most) throw new FileFault(line, most === 1 ? 'the paper names more than one option' : `the paper names more than ${most} options`);
    if (standing.length === 0) blank += weight;
    else piles.add(standing, weight, line);
  }
  return {
    seats, names: texts.slice(0, candidates).map((each) => each.text), title: texts[candidates]?.text ?? '', withdrawn, piles: piles.piles(), blank,
  };
}

/** The next line that holds more than a comment, or the end. */
function nextLine(lines: readonly string[], from: number): number {
  let n = from;
  while (n < lines.length && wordsOf(lines[n]!).length === 0) n += 1;
  return n;
}

const wordsOf = (line: string): string[] => {
  const comment = line.indexOf('#');
  const said = (comment < 0 ? line : line.slice(0, comment)).trim();
  return said === '' ? [] : said.split(/\s+/);
};

function header(lines: readonly string[], n: number): [number, number] {
  const words = wordsOf(lines[n] ?? '');
  const [candidates, seats] = words.map(wholeNumber);
  if (words.length !== 2 || candidates == null || seats == null) throw new FileFault(Math.min(n + 1, Math.max(lines.length, 1)), 'the first line is not "candidates seats", two whole numbers');
  if (candidates < 1 || candidates > MOST_CANDIDATES) throw new FileFault(n + 1, `there are 1 to ${MOST_CANDIDATES} candidates`);
  if (seats < 1) throw new FileFault(n + 1, 'there is at least one seat');
  return [candidates, seats];
}

function withdrawal(word: string, candidates: number, line: number): number {
  const number = word.startsWith('-') ? wholeNumber(word.slice(1)) : null;
  if (number === null) throw new FileFault(line, 'a withdrawal is -n, the number of a candidate');
  if (number < 1 || number > candidates) throw new FileFault(line, `who withdraws is not one of the ${candidates} candidates`);
  return number - 1;
}

function paper(words: readonly string[], candidates: number, line: number): { choices: number[]; weight: number; line: number } {
  const numbers = words.map((word) => {
    const number = wholeNumber(word);
    if (number === null) throw new FileFault(line, 'a paper is whole numbers: its weight, its candidates in order, 0');
    return number;
  });
  const weight = numbers[0]!;
  if (weight < 1) throw new FileFault(line, 'the weight of a paper is at least 1');
  if (numbers.length < 2 || numbers.at(-1) !== 0) throw new FileFault(line, 'the paper does not end with 0');
  const choices = numbers.slice(1, -1).map((number) => number - 1);
  if (choices.includes(-1)) throw new FileFault(line, 'something follows the 0 that ends the paper');
  if (choices.some((choice) => choice >= candidates)) throw new FileFault(line, `the paper names a candidate who is not there; there are ${candidates}`);
  if (new Set(choices).size < choices.length) throw new FileFault(line, 'the paper names a candidate twice');
  return { choices, weight, line };
}
