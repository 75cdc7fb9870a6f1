import { hex } from '../secret/bytes.ts';
import { sha256 } from '../secret/sha256.ts';
import type { Answer } from './answer.ts';
import { type CountArguments, USAGE, WrongUsage, readArguments } from './arguments.ts';
import { countBudget } from './count-budget.ts';
import { countMajority } from './count-majority.ts';
import { countRanking } from './count-ranking.ts';
import { countGrades, countSets } from './count-sums.ts';
import { FileFault } from './file-fault.ts';
import { textOf } from './text.ts';

/** 0: counted. 1: the file cannot be read or counted, and `err` is one line. 2: the command was not understood. */
export interface CommandAnswer {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

/** `count --method M FILE`, given how a file is read: no file system, no clock, no chance. */
export function runCount(args: readonly string[], read: (path: string) => Uint8Array): CommandAnswer {
  let asked: CountArguments;
  try {
    asked = readArguments(args);
  } catch (error) {
    if (error instanceof WrongUsage) return { code: 2, out: '', err: `${error.message}\n${USAGE}\n` };
    throw error;
  }
  let bytes: Uint8Array;
  try {
    bytes = read(asked.file);
  } catch {
    return { code: 1, out: '', err: `${asked.file}: the file cannot be read\n` };
  }
  try {
    return said(answer(asked, bytes), asked);
  } catch (error) {
    if (error instanceof FileFault) return { code: 1, out: '', err: `${asked.file}:${error.line}: ${error.message}\n` };
    throw error;
  }
}

function answer(asked: CountArguments, bytes: Uint8Array): Answer {
  const text = textOf(bytes);
  // A lot must not be anybody's choice: without a seed, the file itself is one, and changing a paper changes it.
  const seed = () => asked.seed ?? hex(sha256(bytes));
  switch (asked.method) {
    case 'majority': return countMajority(text, asked);
    case 'plurality': case 'approval': return countSets(text, asked, seed());
    case 'score': case 'dots': return countGrades(text, asked, seed());
    case 'instant-runoff': case 'scottish-stv': return countRanking(text, asked, seed());
    case 'budget-greedy': case 'equal-shares': return countBudget(text, asked);
  }
}

function said({ printed, words, notes }: Answer, { json }: CountArguments): CommandAnswer {
  if (!json) return { code: 0, out: `${[...words, ...notes.map((note) => `Note: ${note}.`)].join('\n')}\n`, err: '' };
  return { code: 0, out: `${JSON.stringify(printed, null, 1)}\n`, err: notes.map((note) => `note: ${note}\n`).join('') };
}
