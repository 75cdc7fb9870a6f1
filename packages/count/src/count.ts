import type { CombineRule, Pool, Question } from './definition.ts';
import { type MajorityExplained, explainMajority } from './majority.ts';
import { type PluralityExplained, explainPlurality } from './plurality.ts';
import { type QuorumExplained, explainQuorum } from './quorum.ts';
import { type Tally, tally, together, votesOf } from './tally.ts';

/**
 * ADOPTED and NOT_ADOPTED answer a yes-or-no question, and NOT_ADOPTED also stands where nobody chose
 * any option; CHOSEN and TIED answer a choice; NO_QUORUM decides nothing, whatever the votes say.
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
  /** Positions of what was chosen: one for CHOSEN, else none. */
  readonly chosen: readonly number[];
  readonly pools: readonly PoolCount<Constituency>[];
  readonly rules: readonly RuleExplained<Constituency>[];
}

/**
 * Counts each pool, then explains every rule: a quorum per constituency, then the majorities or the plurality.
 * @throws {RangeError} on papers that are no answer, more papers than people on a roll, or rules that do not
 * fit the method: YES_NO needs a majority in every pool, and TOGETHER the same one; a choice is always made together.
 */
export function count<Constituency extends string>(
  question: Question, combine: CombineRule, pools: readonly Pool<Constituency>[],
): Count<Constituency> {
  const counted = pools.map((pool) => ({ pool, counted: tally(question, pool.piles) }));
  for (const { pool, counted: { papers } } of counted) {
    if (papers > pool.roll) throw new RangeError('a pool holds more papers than its roll has people');
  }
  const all = together(question, counted.map((each) => each.counted));
  const quorums = counted.map(({ pool, counted: { papers } }) =>
    explainQuorum(pool.constituency, pool.quorum, pool.roll, papers));
  const decisive = question.method === 'YES_NO' ? majorities(question, combine, counted, all) : [choice(question, combine, all)];
  const outcome = quorums.every(({ met }) => met) ? outcomeOf(decisive) : 'NO_QUORUM';
  return {
    ...all,
    outcome,
    chosen: outcome === 'CHOSEN' ? decisive.flatMap((each) => (each.rule === 'PLURALITY' ? each.leading : [])) : [],
    pools: counted.map(({ pool: { constituency, roll }, counted: each }) => ({ constituency, roll, ...each })),
    rules: [...quorums, ...decisive],
  };
}

function majorities<Constituency extends string>(
  question: Question, combine: CombineRule,
  counted: readonly { pool: Pool<Constituency>; counted: Tally }[], all: Tally,
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

function choice(question: Question, combine: CombineRule, all: Tally): PluralityExplained {
  if (combine !== 'TOGETHER') throw new RangeError('options are chosen by all constituencies together');
  return explainPlurality(question, all);
}

function outcomeOf(decisive: readonly (MajorityExplained | PluralityExplained)[]): Outcome {
  const [first] = decisive;
  if (first?.rule !== 'PLURALITY') return decisive.length > 0 && decisive.every(({ met }) => met) ? 'ADOPTED' : 'NOT_ADOPTED';
  if (first.met) return 'CHOSEN';
  return first.leading.length > 1 ? 'TIED' : 'NOT_ADOPTED';
}
