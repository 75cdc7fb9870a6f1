import type { Fraction } from './fraction.ts';

/** How a voter answers: yes or no, exactly one option, or any options up to a limit. */
export type Method = 'YES_NO' | 'CHOOSE_ONE' | 'APPROVAL';

/** An abstention is a paper cast and counts toward quorum; it is no vote for or against. */
export type OptionKind = 'CHOICE' | 'YES' | 'NO' | 'ABSTAIN';

/** What is asked. Options are known by their position in `options`, from 0. */
export interface Question {
  readonly method: Method;
  readonly options: readonly OptionKind[];
  /** Most options one paper may name; 1 except for APPROVAL. */
  readonly maxChoices: number;
}

/** How many papers a constituency must cast: a share of its roll, a fixed count, or none. */
export type QuorumRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'COUNT'; readonly count: number }
  | ({ readonly kind: 'SHARE_OF_ROLL' } & Fraction);

/**
 * How many yes votes adopt. CAST is yes + no, without abstentions; ROLL is everybody on the roll.
 * A plain majority is 1/2 of CAST, not `atLeast`: `2 × yes > yes + no`, and a tie fails.
 */
export interface MajorityRule extends Fraction {
  readonly base: 'CAST' | 'ROLL';
  /** True: the share itself is enough (≥). False: only more than it is (>). */
  readonly atLeast: boolean;
}

/** Identical papers of one constituency, piled: a set of positions, and how many papers named it. */
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

/** Does each constituency have to reach its own majority, or do all votes count as one? */
export type CombineRule = 'EVERY_CONSTITUENCY' | 'TOGETHER';
