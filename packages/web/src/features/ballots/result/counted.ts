import type { BallotCountQuery } from '../../../gql/graphql.ts';
import type { Ballot } from '../CastForm.tsx';

/** A counted ballot with all that its method tells. */
export type Counted = NonNullable<BallotCountQuery['ballot']>;
export type Count = NonNullable<Counted['result']>;
export type Ranked = NonNullable<Count['ranked']>;
export type Stage = Ranked['stages'][number];
export type Budget = NonNullable<Count['budget']>;
export type Method = Ballot['method'];

export const isRanked = (method: Method): boolean => method === 'INSTANT_RUNOFF' || method === 'SCOTTISH_STV';
export const isBudget = (method: Method): boolean => method === 'BUDGET_GREEDY' || method === 'EQUAL_SHARES';
export const isGraded = (method: Method): boolean => method === 'SCORE' || method === 'DOTS';

/** What is counted, by its name. */
export const unitOf = (method: Method): 'unit.votes' | 'unit.points' | 'unit.dots' =>
  method === 'SCORE' ? 'unit.points' : method === 'DOTS' ? 'unit.dots' : 'unit.votes';
