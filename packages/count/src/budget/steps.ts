/** Why a project is not funded. */
export type UnfundedReason =
  /** Nobody approves it. */
  | 'NO_VOTES'
  /** Equal shares buys only what costs something. */
  | 'NO_COST'
  /** What was left of the budget did not cover it when its turn came. */
  | 'OVER_BUDGET'
  /** The money that its approvers had left together did not cover it. */
  | 'NOT_ENOUGH_BACKING';

/** One decision, in the order in which they were made; money as decimals with five places, cut. */
export interface BudgetStep {
  readonly option: number;
  /** By votes, by equal shares, or out of the money that equal shares left over. */
  readonly by: 'VOTES' | 'EQUAL_SHARES' | 'LEFTOVER';
  readonly votes: number;
  readonly cost: number;
  readonly funded: boolean;
  /** The most that one approver pays, for what equal shares funds; else null. */
  readonly payment: string | null;
  /** What could have paid for it: the rest of the budget, or what its approvers had left together. */
  readonly available: string;
  /** Null when funded. */
  readonly reason: UnfundedReason | null;
}

/** Which projects are funded, and why. */
export interface BudgetCount {
  readonly total: number;
  readonly spent: number;
  /** Positions in the order of funding. */
  readonly funded: readonly number[];
  readonly steps: readonly BudgetStep[];
}

/** A budget vote in positions: everything but `projects` is by option position. */
export interface BudgetElection {
  readonly total: number;
  /** Positions that can be funded, in the order that settles what votes and cost leave tied. */
  readonly projects: readonly number[];
  readonly costs: readonly number[];
  readonly votes: readonly number[];
}

export function budgetCount(total: number, steps: readonly BudgetStep[]): BudgetCount {
  const funded = steps.filter((step) => step.funded);
  return { total, spent: funded.reduce((sum, { cost }) => sum + cost, 0), funded: funded.map(({ option }) => option), steps };
}
