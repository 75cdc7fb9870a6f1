import type { BudgetCount, UnfundedReason } from './budget/steps.ts';
import { fiveDecimals, partsOf, wholeVotes } from './decimal.ts';
import type { MajorityExplained } from './majority.ts';
import type { PluralityExplained } from './plurality.ts';
import type { QuorumExplained } from './quorum.ts';
import type { RankedCount, Stage } from './ranked/stages.ts';

/** How close it was: what would have changed the result. Nothing in it says how anybody voted. */
export type Margin<Constituency extends string = string> =
  /** Papers beyond the quorum, or (not met) missing to it. */
  | { readonly kind: 'QUORUM'; readonly constituency: Constituency; readonly met: boolean; readonly papers: number }
  /** The fewest voters who, answering yes for no or no for yes, would have turned it. */
  | { readonly kind: 'MAJORITY'; readonly constituency: Constituency | null; readonly met: boolean; readonly votes: number }
  /** By how many votes (points, dots) the last seat was won; 0 is a tie. */
  | { readonly kind: 'LEAD'; readonly votes: number }
  /** How a ranked seat was won: votes above the quota, or below it where only as many were left as seats. */
  | { readonly kind: 'SEAT'; readonly option: number; readonly stage: number; readonly by: 'QUOTA' | 'LAST_STANDING'; readonly votes: string }
  /** The narrowest exclusion: votes by which `option` was behind the next. */
  | { readonly kind: 'EXCLUSION'; readonly option: number; readonly next: number; readonly stage: number; readonly votes: string }
  /** The first project that was not funded, and the money it lacked (null where money was not the reason). */
  | { readonly kind: 'PROJECT'; readonly option: number; readonly reason: UnfundedReason; readonly lacking: string | null };

export function quorumMargin<C extends string>({ constituency, needed, reached, met }: QuorumExplained<C>): Margin<C> {
  return { kind: 'QUORUM', constituency, met, papers: Math.abs(reached - needed) };
}

/** The base stays what it is when people change their minds, so the distance to the threshold is the number of them. */
export function majorityMargin<C extends string>({ constituency, needed, reached, met }: MajorityExplained<C>): Margin<C> {
  return { kind: 'MAJORITY', constituency, met, votes: met ? reached - needed + 1 : needed - reached };
}

export function leadMargin({ leading, votes, runnerUpVotes, met }: PluralityExplained): Margin<never>[] {
  return leading.length === 0 ? [] : [{ kind: 'LEAD', votes: met ? votes - runnerUpVotes : 0 }];
}

export function rankedMargins({ quota, stages }: RankedCount): Margin<never>[] {
  const needed = partsOf(wholeVotes(quota));
  const seats = stages.flatMap(({ stage, tallies, elected }) => elected.map((option): Margin<never> => {
    const over = partsOf(tallies[option]!) - needed;
    return { kind: 'SEAT', option, stage, by: over >= 0n ? 'QUOTA' : 'LAST_STANDING', votes: fiveDecimals(over < 0n ? -over : over) };
  }));
  const narrowest = stages.flatMap((stage) => exclusion(stages, stage)).reduce<Behind | null>((least, each) => (least === null || each.behind < least.behind ? each : least), null);
  if (narrowest === null) return seats;
  const { option, next, stage, behind } = narrowest;
  return [...seats, { kind: 'EXCLUSION', option, next, stage, votes: fiveDecimals(behind) }];
}

interface Behind { readonly option: number; readonly next: number; readonly stage: number; readonly behind: bigint }

/** How far behind the next hopeful an option was when it was excluded; none when nobody else was left. */
function exclusion(stages: readonly Stage[], { stage, action }: Stage): Behind[] {
  if (action.kind !== 'EXCLUSION' || action.option === null) return [];
  const { option } = action;
  const seated = new Set(stages.slice(0, stage).flatMap(({ elected }) => elected));
  const before = stages[stage - 1]!.tallies;
  const votes = partsOf(before[option]!);
  const others = before.flatMap((tally, next) => (tally === null || next === option || seated.has(next) ? [] : [{ next, behind: partsOf(tally) - votes }]));
  const closest = others.reduce<{ next: number; behind: bigint } | null>((least, each) => (least === null || each.behind < least.behind ? each : least), null);
  return closest === null ? [] : [{ option, stage, ...closest }];
}

export function budgetMargin({ steps }: BudgetCount): Margin<never>[] {
  const first = steps.find(({ funded }) => !funded);
  if (first === undefined || first.reason === null) return [];
  const { option, reason, cost, available } = first;
  const money = reason === 'OVER_BUDGET' || reason === 'NOT_ENOUGH_BACKING';
  return [{ kind: 'PROJECT', option, reason, lacking: money ? fiveDecimals(partsOf(wholeVotes(cost)) - partsOf(available)) : null }];
}
