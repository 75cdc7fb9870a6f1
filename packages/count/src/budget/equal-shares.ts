import { cutFraction } from '../decimal.ts';
import type { Pile } from '../definition.ts';
import { Purses, type Ratio, less, same } from './purses.ts';
import { type BudgetCount, type BudgetElection, type BudgetStep, budgetCount } from './steps.ts';

/**
 * Method of Equal Shares with cost utilities (Peters, Pierczyński, Skowron 2021), exact, without completion.
 *
 * Every voter starts with budget ÷ voters; a paper that approves nothing is a voter too. A project is affordable when
 * what its approvers have left covers its cost. Again and again the affordable project with the least (largest single
 * payment ÷ cost) is funded, and each approver pays that payment or all they have. Ties: more votes, then lower cost,
 * then the order of `projects`. What costs nothing is never bought.
 */
export function equalShares(election: BudgetElection, piles: readonly Pile[]): BudgetCount {
  const { total, projects, costs, votes } = election;
  const approvers: number[][] = costs.map(() => []);
  piles.forEach(({ choices }, pile) => { for (const option of choices) approvers[option]!.push(pile); });
  const purses = new Purses(total, piles.map(({ papers }) => papers));
  const order = projects.toSorted((a, b) => votes[b]! - votes[a]! || costs[a]! - costs[b]!);
  const steps: BudgetStep[] = [];
  const step = (option: number) => ({ option, by: 'EQUAL_SHARES' as const, votes: votes[option]!, cost: costs[option]! });

  // Money only falls, so a project's price per unit of cost only rises: what it was is the least it can be now.
  const least = new Map<number, Ratio>();
  for (const option of order) {
    if (votes[option]! > 0 && costs[option]! > 0) least.set(option, { numerator: 1n, denominator: BigInt(votes[option]!) });
  }
  for (;;) {
    const best = cheapest(least, order, (option) => purses.payment(approvers[option]!, costs[option]!), costs);
    if (best === null) break;
    const backing = purses.backing(approvers[best.option]!);
    steps.push({
      ...step(best.option), funded: true, reason: null,
      payment: cutFraction(best.payment.numerator, best.payment.denominator), available: cutFraction(backing.numerator, backing.denominator),
    });
    purses.pay(approvers[best.option]!, best.payment);
    least.delete(best.option);
  }
  const done = new Set(steps.map(({ option }) => option));
  for (const option of order.filter((each) => !done.has(each))) {
    const backing = votes[option]! > 0 ? purses.backing(approvers[option]!) : { numerator: 0n, denominator: 1n };
    steps.push({
      ...step(option), funded: false, payment: null, available: cutFraction(backing.numerator, backing.denominator),
      reason: votes[option] === 0 ? 'NO_VOTES' : costs[option] === 0 ? 'NO_COST' : 'NOT_ENOUGH_BACKING',
    });
  }
  return budgetCount(total, steps);
}

/** The affordable project with the least payment ÷ cost; forgets what is not affordable, for it never will be again. */
function cheapest(
  least: Map<number, Ratio>, order: readonly number[], price: (option: number) => Ratio | null, costs: readonly number[],
): { option: number; payment: Ratio } | null {
  let best: { option: number; payment: Ratio; ratio: Ratio } | null = null;
  const hopeful = [...least].sort(([, a], [, b]) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  for (const [option, atLeast] of hopeful) {
    if (best !== null && less(best.ratio, atLeast)) break;
    const payment = price(option);
    if (payment === null) {
      least.delete(option);
      continue;
    }
    const ratio = { numerator: payment.numerator, denominator: payment.denominator * BigInt(costs[option]!) };
    least.set(option, ratio);
    const first = best === null || less(ratio, best.ratio)
      || (same(ratio, best.ratio) && order.indexOf(option) < order.indexOf(best.option));
    if (first) best = { option, payment, ratio };
  }
  return best;
}
