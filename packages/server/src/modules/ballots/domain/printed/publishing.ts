import { withheld } from '@plenary/count';
import type { Constituency } from '../ballot.ts';

export interface PrintedFacts {
  readonly constituency: Constituency;
  /** Printed ballots given out. */
  readonly given: number;
  /** Votes read off them. */
  readonly printed: number;
  /** All votes, these among them. */
  readonly ballots: number;
}

/** How many votes came on paper; null where that would tell of fewer than eleven, by either way. */
export interface PublishedPrinted {
  readonly printed: number | null;
  readonly constituencies: ReadonlyMap<Constituency, number | null>;
}

/**
 * The printed part of a result (rule 30). All votes of a constituency are published beside it, so one way is told only
 * where both are large enough: else the difference would tell the other. Where none was given out there is nothing to tell.
 */
export function publishPrinted(pools: readonly PrintedFacts[]): PublishedPrinted {
  const hidden = withheld(pools.map(({ constituency, given, printed, ballots }) =>
    ({ constituency, people: given === 0 ? ballots : Math.min(printed, ballots - printed) })));
  return {
    printed: hidden.total ? null : pools.reduce((sum, { printed }) => sum + printed, 0),
    constituencies: new Map(pools.map(({ constituency, printed }) => [constituency, hidden.pools.has(constituency) ? null : printed])),
  };
}
