import type { BallotMethod } from '../../gql/graphql.ts';

/** Methods by what one wants to do, plainest first. */
export const METHOD_GROUPS = {
  decide: ['YES_NO'],
  choose: ['CHOOSE_ONE', 'APPROVAL'],
  rank: ['INSTANT_RUNOFF', 'SCOTTISH_STV'],
  priorities: ['SCORE', 'DOTS'],
  money: ['BUDGET_GREEDY', 'EQUAL_SHARES'],
} as const satisfies Record<string, readonly BallotMethod[]>;
export type MethodGroup = keyof typeof METHOD_GROUPS;

export const TOP_SCORE = 5;
export const MOST_DOTS = 100;

const among = (...methods: readonly BallotMethod[]) => (method: BallotMethod): boolean => methods.includes(method);

export const isRanked = among('INSTANT_RUNOFF', 'SCOTTISH_STV');
export const isBudget = among('BUDGET_GREEDY', 'EQUAL_SHARES');
/** Several options may win. */
export const hasSeats = among('CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'SCOTTISH_STV');
/** How many options a person names can be limited below what is usual. */
export const canLimit = (method: BallotMethod): boolean => method === 'APPROVAL' || isRanked(method) || isBudget(method);
