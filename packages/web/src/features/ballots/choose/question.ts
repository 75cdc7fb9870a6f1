import { isBudget, type Question } from '@plenary/count';
import type { Ballot } from '../ballot.ts';

/** The question as the count knows it: what a form offers and what it sends follow from it alone. */
export function questionOf({ method, maxChoices, seats, budgetTotal, options }: Pick<Ballot, 'method' | 'maxChoices' | 'seats' | 'budgetTotal' | 'options'>): Question {
  const budget = isBudget(method) ? { total: budgetTotal ?? 0, costs: options.map(({ cost }) => cost ?? 0) } : null;
  return { method, maxChoices, seats, budget, options: options.map(({ kind }) => kind) };
}
