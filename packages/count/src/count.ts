import { equalShares } from './budget/equal-shares.ts';
import { greedy, greedyRest } from './budget/greedy.ts';
import type { BudgetCount } from './budget/steps.ts';
import { type CombineRule, type Pool, type Question, isBudget, isRanked } from './definition.ts';
import { type Lot, isSeed } from './lot.ts';
import { type MajorityExplained, explainMajority } from './majority.ts';
import { type Margin, budgetMargin, leadMargin, majorityMargin, quorumMargin, rankedMargins } from './margin.ts';
import { type ParityExplained, type ParityRule, explainParity } from './parity.ts';
import { type PluralityExplained, explainPlurality, seatLeaders } from './plurality.ts';
import { questionFault } from './question-fault.ts';
import { type QuorumExplained, explainQuorum } from './quorum.ts';
import { countRanked } from './ranked/count-ranked.ts';
import type { RankedCount } from './ranked/stages.ts';
import { type Tally, tally, together, votesOf } from './tally.ts';

/**
 * ADOPTED and NOT_ADOPTED answer a yes-or-no question, and NOT_ADOPTED also stands where nobody chose
 * any option or no project was funded; CHOSEN and TIED answer a choice; NO_QUORUM decides nothing, whatever the votes say.
 */
export type Outcome = 'ADOPTED' | 'NOT_ADOPTED' | 'CHOSEN' | 'TIED' | 'NO_QUORUM';

export type RuleExplained<Constituency extends string = string> =
  | QuorumExplained<Constituency> | MajorityExplained<Constituency> | PluralityExplained;

export interface PoolCount<Constituency extends string = string> extends Tally {
  readonly constituency: Constituency;
  readonly roll: number;
}

/** A whole count: what was cast, each rule with what it needed and what was reached, and what follows. */
export interface Count<Constituency extends string = string> extends Tally {
  readonly outcome: Outcome;
  /** Positions of what was chosen or funded, ascending. TIED: those ahead of the tie. Empty for yes or no, and without quorum. */
  readonly chosen: readonly number[];
  readonly pools: readonly PoolCount<Constituency>[];
  readonly rules: readonly RuleExplained<Constituency>[];
  /** Stage by stage, for INSTANT_RUNOFF and SCOTTISH_STV. */
  readonly ranked: RankedCount | null;
  /** Decision by decision, for BUDGET_GREEDY and EQUAL_SHARES. */
  readonly budget: BudgetCount | null;
  /** Every tie that votes could not break. */
  readonly lots: readonly Lot[];
  /** Null when no parity was asked for. It explains, and changes nobody's seat. */
  readonly parity: ParityExplained | null;
  /** How close it was. */
  readonly margins: readonly Margin<Constituency>[];
}

/** What a count may be told besides its question and its papers. */
export interface CountSettings {
  /** 64 hexadecimal digits, drawn so that nobody could choose them; without it a tie that needs a lot stays a tie. */
  readonly seed?: string | null;
  readonly parity?: ParityRule | null;
  /** EQUAL_SHARES: spend what is left over by votes. */
  readonly completion?: 'NONE' | 'GREEDY';
}

/** What one way of deciding says. */
interface Decision<Constituency extends string> {
  readonly outcome: Outcome;
  readonly chosen: readonly number[];
  readonly rules: readonly RuleExplained<Constituency>[];
  readonly margins: readonly Margin<Constituency>[];
  readonly ranked?: RankedCount;
  readonly budget?: BudgetCount;
  readonly lots?: readonly Lot[];
}

interface CountedPool<Constituency extends string> { readonly pool: Pool<Constituency>; readonly counted: Tally }

/**
 * Counts each pool, then explains every rule: a quorum per constituency, then the majorities or how seats were filled.
 * @throws {RangeError} on papers that are no answer, more papers than people on a roll, a faulty question or seed, or
 * rules that do not fit the method: YES_NO needs a majority in every pool, and TOGETHER the same one; everything else is
 * always decided together.
 */
export function count<Constituency extends string>(
  question: Question, combine: CombineRule, pools: readonly Pool<Constituency>[], settings: CountSettings = {},
): Count<Constituency> {
  const fault = questionFault(question);
  if (fault !== null) throw new RangeError(`the question cannot be counted: ${fault}`);
  if (settings.seed != null && !isSeed(settings.seed)) throw new RangeError('a seed is 64 hexadecimal digits');
  const counted = pools.map((pool) => ({ pool, counted: tally(question, pool.piles) }));
  for (const { pool, counted: { papers } } of counted) {
    if (papers > pool.roll) throw new RangeError('a pool holds more papers than its roll has people');
  }
  const all = together(question, counted.map((each) => each.counted));
  const quorums = counted.map(({ pool, counted: { papers } }) =>
    explainQuorum(pool.constituency, pool.quorum, pool.roll, papers));
  const decided = decide(question, combine, counted, all, settings);
  const quorate = quorums.every(({ met }) => met);
  const chosen = quorate ? decided.chosen : [];
  return {
    ...all,
    outcome: quorate ? decided.outcome : 'NO_QUORUM',
    chosen,
    pools: counted.map(({ pool: { constituency, roll }, counted: each }) => ({ constituency, roll, ...each })),
    rules: [...quorums, ...decided.rules],
    ranked: decided.ranked ?? null,
    budget: decided.budget ?? null,
    lots: decided.lots ?? [],
    parity: settings.parity == null ? null : explainParity(settings.parity, chosen),
    margins: [...quorums.filter(({ quorum }) => quorum.kind !== 'NONE').map(quorumMargin), ...decided.margins],
  };
}

function decide<Constituency extends string>(
  question: Question, combine: CombineRule, counted: readonly CountedPool<Constituency>[], all: Tally, settings: CountSettings,
): Decision<Constituency> {
  if (question.method === 'YES_NO') return byMajority(question, combine, counted, all);
  if (combine !== 'TOGETHER') throw new RangeError('options are chosen by all constituencies together');
  if (isRanked(question.method)) return byRanking(question, counted, settings);
  if (isBudget(question.method)) return byBudget(question, counted, all, settings);
  return byPlurality(question, all, settings);
}

function byMajority<Constituency extends string>(
  question: Question, combine: CombineRule, counted: readonly CountedPool<Constituency>[], all: Tally,
): Decision<Constituency> {
  const rules = majorities(question, combine, counted, all);
  const adopted = rules.length > 0 && rules.every(({ met }) => met);
  return { outcome: adopted ? 'ADOPTED' : 'NOT_ADOPTED', chosen: [], rules, margins: rules.map(majorityMargin) };
}

function majorities<Constituency extends string>(
  question: Question, combine: CombineRule, counted: readonly CountedPool<Constituency>[], all: Tally,
): MajorityExplained<Constituency>[] {
  const facts = (roll: number, of: Tally) => ({ roll, present: of.papers, yes: votesOf(question, of, 'YES'), no: votesOf(question, of, 'NO') });
  if (combine === 'EVERY_CONSTITUENCY') {
    return counted.map(({ pool, counted: each }) =>
      explainMajority(pool.constituency, majorityOf(pool), facts(pool.roll, each)));
  }
  const [first, ...others] = counted.map(({ pool }) => majorityOf(pool));
  if (first === undefined) return [];
  if (others.some((each) => !sameMajority(each, first))) throw new RangeError('votes counted together need one majority');
  return [explainMajority<Constituency>(null, first, facts(counted.reduce((sum, { pool }) => sum + pool.roll, 0), all))];
}

function majorityOf(pool: Pool): NonNullable<Pool['majority']> {
  if (pool.majority === null) throw new RangeError('a yes-or-no question needs a majority');
  return pool.majority;
}

/** The same rule, digit for digit: 2/4 is not 1/2 here, for a page shows the numbers as they were set. */
export function sameMajority(a: NonNullable<Pool['majority']>, b: NonNullable<Pool['majority']>): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.base === b.base && a.atLeast === b.atLeast;
}

function byPlurality(question: Question, all: Tally, { seed = null }: CountSettings): Decision<never> {
  const rule = explainPlurality(question, all);
  const { seated, lot } = seatLeaders(rule, all, seed);
  const outcome = lot !== null && lot.seed === null ? 'TIED' : seated.length > 0 ? 'CHOSEN' : 'NOT_ADOPTED';
  return { outcome, chosen: seated, rules: [rule], margins: leadMargin(rule), lots: lot === null ? [] : [lot] };
}

function byRanking(question: Question, counted: readonly CountedPool<string>[], { seed = null }: CountSettings): Decision<never> {
  const { elected, lots, tied, ...ranked } = countRanked({
    options: question.options.length, standing: positions(question), seats: question.seats, seed, piles: counted.flatMap(({ pool }) => pool.piles),
  });
  const outcome = tied ? 'TIED' : elected.length > 0 ? 'CHOSEN' : 'NOT_ADOPTED';
  return { outcome, chosen: elected.toSorted((a, b) => a - b), rules: [], margins: rankedMargins(ranked), ranked, lots };
}

function byBudget(question: Question, counted: readonly CountedPool<string>[], all: Tally, { completion }: CountSettings): Decision<never> {
  const { total, costs } = question.budget!;
  const election = { total, costs, votes: all.votes, projects: positions(question) };
  const piles = counted.flatMap(({ pool }) => pool.piles);
  const shared = () => equalShares(election, piles);
  const budget = question.method === 'BUDGET_GREEDY' ? greedy(election)
    : completion === 'GREEDY' ? greedyRest(election, shared()) : shared();
  const outcome = budget.funded.length > 0 ? 'CHOSEN' : 'NOT_ADOPTED';
  return { outcome, chosen: budget.funded.toSorted((a, b) => a - b), rules: [], margins: budgetMargin(budget), budget };
}

/** Positions that can be chosen. */
const positions = ({ options }: Question): number[] => options.flatMap((kind, position) => (kind === 'ABSTAIN' ? [] : [position]));
