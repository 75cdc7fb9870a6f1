import { wholeVotes } from '../decimal.ts';
import type { Lot } from '../lot.ts';
import type { MethodName } from './arguments.ts';

/** A stage as it is printed: who has how much, by candidate number from 1. */
export interface PrintedStage {
  readonly stage: number;
  readonly action: string;
  readonly tallies: Readonly<Record<string, string>>;
  readonly nonTransferable: string;
}

/** What `--json` prints, in this order of keys. */
export interface PrintedCount {
  readonly method: MethodName;
  readonly seats: number | null;
  /** Papers that name at least one candidate (majority: every paper; budgets: every voter). */
  readonly ballots: number;
  /** Ranked: votes that elect. Majority: yes votes that adopt. Else null. */
  readonly quota: string | null;
  /** Candidate numbers, ascending; of a budget, project ids sorted as text. */
  readonly elected: readonly (number | string)[];
  readonly stages: readonly PrintedStage[];
  /** What was funded out of what, decision by decision. */
  readonly budget?: PrintedBudget;
  /** Only where a lot was drawn: what it was drawn with, and every lot. */
  readonly seed?: string;
  readonly lots?: readonly { readonly purpose: Lot['purpose']; readonly stage: number | null; readonly tied: readonly number[]; readonly drawn: readonly number[] }[];
}

export interface PrintedBudget {
  readonly total: string;
  readonly spent: string;
  readonly steps: readonly {
    readonly project: string; readonly by: string; readonly votes: number; readonly cost: string; readonly funded: boolean;
    readonly payment: string | null; readonly available: string; readonly reason: string | null;
  }[];
}

/** One way to count one kind of file. `words` is the same in sentences, `notes` what a reader must know besides. */
export interface Answer {
  readonly printed: PrintedCount;
  readonly words: readonly string[];
  readonly notes: readonly string[];
}

export const START = 'Begin Count';

/** Candidate numbers of positions. */
export const numbers = (positions: readonly number[]): number[] => positions.map((position) => position + 1).sort((a, b) => a - b);

/** Lots as they are printed; nothing where none was drawn. */
export function printedLots(lots: readonly Lot[]): Pick<PrintedCount, 'seed' | 'lots'> {
  const [first] = lots;
  if (first === undefined || first.seed === null) return {};
  return { seed: first.seed, lots: lots.map(({ purpose, stage, tied, drawn }) => ({ purpose, stage, tied: numbers(tied), drawn: numbers(drawn) })) };
}

/** The only stage of a method without stages. */
export function onlyStage(sums: readonly number[], shown: (position: number) => boolean = () => true): PrintedStage {
  const tallies = Object.fromEntries(sums.flatMap((sum, position) => (shown(position) ? [[String(position + 1), wholeVotes(sum)]] : [])));
  return { stage: 0, action: START, tallies, nonTransferable: wholeVotes(0) };
}

/** Lots in sentences. */
export function lotWords(lots: readonly Lot[], names: readonly string[]): string[] {
  const named = (positions: readonly number[]) => positions.map((position) => names[position]).join(', ');
  const what = { SEAT: 'takes the seat', EXCLUSION: 'is excluded', SURPLUS: 'goes first' };
  return lots.map(({ purpose, stage, tied, drawn, seed }) =>
    `${stage === null ? 'Tie' : `Tie at stage ${stage}`} between ${named(tied)}. By lot: ${named(drawn)} ${what[purpose]} (seed ${seed}).`);
}

/** Names in a column of equal width, numbers to the right of them. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const [left, right] = [0, 1].map((n) => Math.max(0, ...rows.map((row) => row[n]!.length))) as [number, number];
  return rows.map(([name, value]) => `  ${name.padEnd(left)}  ${value.padStart(right)}`);
}
