import { wholeVotes } from '../decimal.ts';
import { type BudgetCount, type BudgetElection, type BudgetStep, budgetCount } from './steps.ts';

/**
 * Cost-capped greedy, what most cities do: projects in the order of their votes, each funded if it still fits the
 * budget. Ties: lower cost first, then the order of `projects`. A project without votes is never funded.
 */
export function greedy({ total, projects, costs, votes }: BudgetElection): BudgetCount {
  const order = projects.toSorted((a, b) => votes[b]! - votes[a]! || costs[a]! - costs[b]!);
  return budgetCount(total, spend(total, order, costs, votes, 'VOTES'));
}

/**
 * The money that equal shares left, spent on the projects it left: more votes first, then the order of `projects`. This
 * is the "utilitarian" completion of the method's public calculator, which asks neither for votes nor for a cost.
 */
export function greedyRest({ total, projects, costs, votes }: BudgetElection, done: BudgetCount): BudgetCount {
  const order = projects.filter((option) => !done.funded.includes(option)).sort((a, b) => votes[b]! - votes[a]!);
  const steps = spend(total - done.spent, order, costs, votes, 'LEFTOVER');
  return budgetCount(total, [...done.steps.filter(({ funded }) => funded), ...steps]);
}

function spend(money: number, order: readonly number[], costs: readonly number[], votes: readonly number[], by: 'VOTES' | 'LEFTOVER'): BudgetStep[] {
  let left = money;
  return order.map((option) => {
    const [cost, voted] = [costs[option]!, votes[option]!];
    const wanted = voted > 0 || by === 'LEFTOVER';
    const funded = wanted && cost <= left;
    const available = wholeVotes(left);
    if (funded) left -= cost;
    return { option, by, votes: voted, cost, funded, payment: null, available, reason: funded ? null : wanted ? 'OVER_BUDGET' : 'NO_VOTES' };
  });
}
