import { type Question, isBudget, isGraded, isRanked } from './definition.ts';

/** Why a question cannot be counted. */
export type QuestionFault = 'SEATS' | 'MAX_CHOICES' | 'BUDGET';

/** Null when seats, limits and money fit the method. */
export function questionFault({ method, options, maxChoices, seats, budget }: Question): QuestionFault | null {
  const several = method === 'SCOTTISH_STV' || method === 'CHOOSE_ONE' || method === 'APPROVAL' || isGraded(method);
  if (!isCount(seats, 1) || (seats > 1 && !several)) return 'SEATS';
  const limited = method === 'APPROVAL' || isGraded(method) || isRanked(method) || isBudget(method);
  if (!isCount(maxChoices, 1) || (maxChoices > 1 && !limited)) return 'MAX_CHOICES';
  if (!isBudget(method)) return budget === null ? null : 'BUDGET';
  if (budget === null || !isCount(budget.total, 0) || budget.costs.length !== options.length) return 'BUDGET';
  return budget.costs.every((cost) => isCount(cost, 0)) ? null : 'BUDGET';
}

const isCount = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;
