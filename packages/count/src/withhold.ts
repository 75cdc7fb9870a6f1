import type { BudgetCount, BudgetStep } from './budget/steps.ts';
import type { Count, Outcome } from './count.ts';
import type { MajorityRule, QuorumRule } from './definition.ts';
import type { Lot } from './lot.ts';
import type { Margin } from './margin.ts';
import type { ParityExplained } from './parity.ts';
import type { RankedCount } from './ranked/stages.ts';

/** Fewest people a published number may speak of (California School Dashboard's display rule: groups under 11). */
export const SMALLEST_PUBLISHED = 11;

/** One constituency's part of something counted: how many people the number speaks of. */
export interface PoolSize<Constituency extends string = string> {
  readonly constituency: Constituency;
  readonly people: number;
}

/** Which pools are too small to publish, and whether any sum over all of them must be withheld too. */
export interface Withheld<Constituency extends string = string> {
  readonly pools: ReadonlySet<Constituency>;
  readonly total: boolean;
}

/**
 * Complementary suppression by the strictest simple rule: **no published number includes a hidden pool**.
 * A total less the pools shown would give the hidden one away (or, over time, how it grew), so one hidden
 * pool withholds the total; the pools that are large enough stay.
 */
export function withheld<Constituency extends string>(pools: readonly PoolSize<Constituency>[]): Withheld<Constituency> {
  const small = pools.filter(({ people }) => people < SMALLEST_PUBLISHED).map(({ constituency }) => constituency);
  return { pools: new Set(small), total: small.length > 0 };
}

/** A count as anyone may read it: null where a number is withheld. What follows from it is always said. */
export interface PublishedCount<Constituency extends string = string> {
  readonly outcome: Outcome;
  readonly chosen: readonly number[];
  readonly papers: number | null;
  readonly votes: readonly number[] | null;
  readonly scores: readonly number[] | null;
  readonly pools: readonly PublishedPool<Constituency>[];
  readonly rules: readonly PublishedRule<Constituency>[];
  /** Null when withheld (every stage speaks of all papers, and so does the quota), and for methods without rankings. */
  readonly ranked: RankedCount | null;
  /** When withheld without its steps, and with what was funded in the order of the options. */
  readonly budget: (Omit<BudgetCount, 'steps'> & { readonly steps: readonly BudgetStep[] | null }) | null;
  /** When numbers are withheld, only lots that seated somebody: a winner is never left unexplained. */
  readonly lots: readonly Lot[];
  readonly parity: ParityExplained | null;
  /** Without those that speak of what is withheld. */
  readonly margins: readonly Margin<Constituency>[];
  /** True when any number is withheld. */
  readonly withheld: boolean;
}

export interface PublishedPool<Constituency extends string = string> {
  readonly constituency: Constituency;
  /** The frozen roll's size is public before a vote is cast. */
  readonly roll: number;
  readonly papers: number | null;
  readonly votes: readonly number[] | null;
  readonly scores: readonly number[] | null;
}

export type PublishedRule<Constituency extends string = string> =
  | { readonly rule: 'QUORUM'; readonly constituency: Constituency; readonly quorum: QuorumRule;
      readonly needed: number; readonly reached: number | null; readonly met: boolean }
  | { readonly rule: 'MAJORITY'; readonly constituency: Constituency | null; readonly majority: MajorityRule;
      readonly of: number | null; readonly needed: number | null; readonly reached: number | null; readonly met: boolean }
  | { readonly rule: 'PLURALITY'; readonly seats: number; readonly leading: readonly number[]; readonly votes: number | null;
      readonly runnerUpVotes: number | null; readonly met: boolean };

/**
 * The publication of a count: outcome, winners and whether each rule was met always; the numbers only of
 * pools with at least {@link SMALLEST_PUBLISHED} papers, and sums only when every pool is that large.
 */
export function publish<Constituency extends string>(count: Count<Constituency>): PublishedCount<Constituency> {
  const hidden = withheld(count.pools.map(({ constituency, papers }) => ({ constituency, people: papers })));
  const hides = (constituency: Constituency | null) => (constituency === null ? hidden.total : hidden.pools.has(constituency));
  // Counts that were kept before there were scores, stages or margins have none.
  const { scores = null, ranked = null, budget = null, lots = [], parity = null, margins = [] } = count as Partial<Count<Constituency>>;
  return {
    outcome: count.outcome,
    chosen: count.chosen,
    papers: hidden.total ? null : count.papers,
    votes: hidden.total ? null : count.votes,
    scores: hidden.total ? null : scores,
    pools: count.pools.map(({ constituency, roll, ...of }) =>
      (hides(constituency) ? { constituency, roll, papers: null, votes: null, scores: null } : { constituency, roll, ...of, scores: of.scores ?? null })),
    rules: count.rules.map((rule): PublishedRule<Constituency> => {
      if (rule.rule === 'PLURALITY') return hidden.total ? { ...rule, votes: null, runnerUpVotes: null } : rule;
      if (!hides(rule.constituency)) return rule;
      if (rule.rule === 'QUORUM') return { ...rule, reached: null };
      // A share of the roll needs what everybody can work out; a share of the votes would tell the votes.
      return rule.majority.base === 'ROLL' ? { ...rule, reached: null } : { ...rule, of: null, needed: null, reached: null };
    }),
    ranked: hidden.total ? null : ranked,
    // What follows from who was chosen: not even the order of funding, which is the order of votes.
    budget: budget !== null && hidden.total
      ? { total: budget.total, spent: count.chosen.length > 0 ? budget.spent : 0, funded: count.chosen, steps: null } : budget,
    lots: hidden.total ? lots.filter(({ purpose }) => purpose === 'SEAT' && count.chosen.length > 0) : lots,
    parity,
    margins: margins.filter((margin) => !hides('constituency' in margin ? margin.constituency : null)),
    withheld: hidden.total,
  };
}
