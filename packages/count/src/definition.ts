import type { Fraction } from './fraction.ts';

/**
 * How a voter answers. What a paper's `choices` hold, always by option position from 0:
 *
 * | method | choices |
 * |---|---|
 * | YES_NO, CHOOSE_ONE | exactly one position |
 * | APPROVAL, BUDGET_GREEDY, EQUAL_SHARES | 1 to `maxChoices` positions, a set |
 * | INSTANT_RUNOFF, SCOTTISH_STV | 1 to `maxChoices` positions in the voter's order |
 * | SCORE | one whole number per option, 0 to `maxChoices`; an ABSTAIN option's is 0 or 1 |
 * | DOTS | one whole number per option, together 1 to `maxChoices`; an ABSTAIN option's is 0 or 1 |
 */
export type Method =
  | 'YES_NO' | 'CHOOSE_ONE' | 'APPROVAL' | 'SCORE' | 'DOTS' | 'INSTANT_RUNOFF' | 'SCOTTISH_STV' | 'BUDGET_GREEDY' | 'EQUAL_SHARES';

/** An abstention is a paper cast and counts toward quorum; it is no vote for or against. */
export type OptionKind = 'CHOICE' | 'YES' | 'NO' | 'ABSTAIN';

/** What is asked. Options are known by their position in `options`, from 0. */
export interface Question {
  readonly method: Method;
  readonly options: readonly OptionKind[];
  /** Most options one paper may name or rank; the highest score for SCORE, all dots together for DOTS; else 1. */
  readonly maxChoices: number;
  /** Seats to fill; 1 except for SCOTTISH_STV, and for CHOOSE_ONE, APPROVAL, SCORE and DOTS where several may win. */
  readonly seats: number;
  /** Only for BUDGET_GREEDY and EQUAL_SHARES. */
  readonly budget: Budget | null;
}

/** Money in whole units (dollars, or cents), so that no sum is ever rounded. */
export interface Budget {
  readonly total: number;
  /** Cost by option position; 0 for ABSTAIN. */
  readonly costs: readonly number[];
}

/** How many papers a constituency must cast: a share of its roll, a fixed count, or none. */
export type QuorumRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'COUNT'; readonly count: number }
  | ({ readonly kind: 'SHARE_OF_ROLL' } & Fraction);

/**
 * How many yes votes adopt. CAST is yes + no, without abstentions; PRESENT is everybody who took part, abstentions
 * included; ROLL is everybody on the roll. A plain majority is 1/2 of CAST, not `atLeast`: `2 × yes > yes + no`,
 * and a tie fails.
 */
export interface MajorityRule extends Fraction {
  readonly base: 'CAST' | 'PRESENT' | 'ROLL';
  /** True: the share itself is enough (≥). False: only more than it is (>). */
  readonly atLeast: boolean;
}

/** Identical papers of one constituency, piled: what each of them says, and how many there are. */
export interface Pile {
  readonly choices: readonly number[];
  readonly papers: number;
}

/** One constituency: who could vote, how they voted, and what their part of the rule is. */
export interface Pool<Constituency extends string = string> {
  readonly constituency: Constituency;
  /** People on the frozen roll. */
  readonly roll: number;
  readonly quorum: QuorumRule;
  /** Null for methods that choose among options. */
  readonly majority: MajorityRule | null;
  readonly piles: readonly Pile[];
}

/** Does each constituency have to reach its own majority, or do all votes count as one? All but YES_NO: TOGETHER. */
export type CombineRule = 'EVERY_CONSTITUENCY' | 'TOGETHER';

/** Do papers hold a number for every option, instead of positions? */
export const isGraded = (method: Method): boolean => method === 'SCORE' || method === 'DOTS';

/** Does the order of positions on a paper matter? */
export const isRanked = (method: Method): boolean => method === 'INSTANT_RUNOFF' || method === 'SCOTTISH_STV';

/** Are projects funded out of one sum? */
export const isBudget = (method: Method): boolean => method === 'BUDGET_GREEDY' || method === 'EQUAL_SHARES';
