import { withheld } from '@plenary/count';
import type { Constituency } from './ballot.ts';

export interface TurnoutFacts {
  readonly constituency: Constituency;
  readonly roll: number;
  readonly voted: number;
}

/** How many took part, without any number that includes a pool under eleven (rule 30). */
export interface PublishedTurnout {
  readonly roll: number;
  readonly voted: number | null;
  readonly constituencies: readonly { readonly constituency: Constituency; readonly roll: number; readonly voted: number | null }[];
}

export function publishTurnout(pools: readonly TurnoutFacts[]): PublishedTurnout {
  const hidden = withheld(pools.map(({ constituency, voted }) => ({ constituency, people: voted })));
  const sum = (of: 'roll' | 'voted') => pools.reduce((total, each) => total + each[of], 0);
  return {
    roll: sum('roll'),
    voted: hidden.total ? null : sum('voted'),
    constituencies: pools.map((each) => ({ ...each, voted: hidden.pools.has(each.constituency) ? null : each.voted })),
  };
}
