import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { partsOf, wholeVotes } from '../decimal.ts';
import type { Pile } from '../definition.ts';
import { equalShares } from './equal-shares.ts';
import { greedy, greedyRest } from './greedy.ts';
import { oracleShares } from './oracle.testing.ts';
import type { BudgetElection } from './steps.ts';

interface Budget { readonly election: BudgetElection; readonly piles: readonly Pile[] }

function budget(total: number, costs: readonly number[], piles: readonly Pile[]): Budget {
  const votes = costs.map((_, project) => piles.reduce((sum, { choices, papers }) => sum + (choices.includes(project) ? papers : 0), 0));
  return { election: { total, costs, votes, projects: costs.map((_, n) => n) }, piles };
}

/** Small costs and few voters, so that ties and exactly affordable projects come up. */
const anyBudget = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 }).chain((costs) => fc.record({
  total: fc.integer({ min: 0, max: 30 }),
  piles: fc.array(fc.record({ choices: fc.subarray(costs.map((_, n) => n)), papers: fc.integer({ min: 0, max: 4 }) }), { maxLength: 8 }),
}).map(({ total, piles }) => budget(total, costs, piles)));

const voters = (piles: readonly Pile[]) => piles.flatMap(({ choices, papers }) => Array.from({ length: papers }, () => choices));

// A slow count is still a right one.
vi.setConfig({ testTimeout: 60_000 });

describe('equal shares', () => {
  it('equals the definition, voter by voter, in a thousand budgets', () => {
    let bought = 0;
    fc.assert(fc.property(anyBudget, ({ election, piles }) => {
      const { funded } = equalShares(election, piles);
      expect(funded).toEqual(oracleShares({ total: election.total, costs: election.costs, voters: voters(piles) }));
      bought += funded.length > 1 ? 1 : 0;
    }), { numRuns: 1000 });
    expect(bought).toBeGreaterThan(50);
  });

  it('never spends more than there is, nor more of a voter\'s money than a share', () => {
    fc.assert(fc.property(anyBudget, ({ election, piles }) => {
      const { spent, steps } = equalShares(election, piles);
      expect(spent).toBeLessThanOrEqual(election.total);
      const many = voters(piles).length;
      for (const { payment, cost, available, funded } of steps) {
        if (payment !== null) expect(partsOf(payment) * BigInt(many) <= BigInt(election.total) * 100_000n).toBe(true);
        if (funded) expect(partsOf(available) >= partsOf(wholeVotes(cost))).toBe(true);
      }
    }));
  });

  it('gives a group that is large enough what it wants, where greedy gives it nothing', () => {
    // 60 want two projects for 50 each, 40 want one for 40: greedy spends all on the majority.
    const { election, piles } = budget(100, [50, 50, 40], [{ choices: [0, 1], papers: 60 }, { choices: [2], papers: 40 }]);
    expect(greedy(election).funded).toEqual([0, 1]);
    const shared = equalShares(election, piles);
    expect(shared.funded).toEqual([0, 2]);
    // Sixty pay 50/60 each, and have 10 together afterwards.
    expect(shared.steps).toMatchObject([
      { option: 0, payment: '0.83333', available: '60.00000' }, { option: 2, payment: '1.00000' },
      { option: 1, funded: false, reason: 'NOT_ENOUGH_BACKING', available: '10.00000', payment: null },
    ]);
    expect(greedyRest(election, shared)).toMatchObject({ funded: [0, 2], spent: 90, steps: [{}, {}, { option: 1, by: 'LEFTOVER', reason: 'OVER_BUDGET', available: '10.00000' }] });
  });

  it('lets a poor approver pay all they have, and the others a little more', () => {
    // Each of four starts with 10. Three pay 6 for the first project; of the second's approvers one has 4 left, one 10.
    const { election, piles } = budget(40, [18, 13], [{ choices: [0, 1], papers: 1 }, { choices: [0], papers: 2 }, { choices: [1], papers: 1 }]);
    expect(equalShares(election, piles).steps).toMatchObject([{ option: 0, payment: '6.00000' }, { option: 1, payment: '9.00000', available: '14.00000' }]);
  });

  it('counts voters who approve nothing, and buys nothing that costs nothing', () => {
    const { election, piles } = budget(10, [5, 0], [{ choices: [0, 1], papers: 1 }, { choices: [], papers: 1 }]);
    expect(equalShares(election, piles)).toMatchObject({ funded: [0], steps: [{ available: '5.00000' }, { option: 1, reason: 'NO_COST' }] });
    expect(equalShares(election, [...piles, { choices: [], papers: 1 }]).funded).toEqual([]);
  });
});

describe('greedy', () => {
  it('is the walk down the list of votes', () => {
    fc.assert(fc.property(anyBudget, ({ election }) => {
      const { funded, spent } = greedy(election);
      let left = election.total;
      const walk = election.projects.map((project) => ({ project, cost: election.costs[project]!, votes: election.votes[project]! }))
        .filter(({ votes }) => votes > 0)
        .sort((a, b) => b.votes - a.votes || a.cost - b.cost || a.project - b.project)
        .filter(({ cost }) => { const fits = cost <= left; if (fits) left -= cost; return fits; });
      expect(funded).toEqual(walk.map(({ project }) => project));
      expect(spent).toBe(election.total - left);
    }));
  });

  it('prefers the cheaper of two with equal votes, then the earlier, and passes over what does not fit', () => {
    const { election } = budget(10, [7, 4, 4, 9, 1], [{ choices: [0, 1, 2, 3], papers: 3 }]);
    expect(greedy(election)).toMatchObject({ funded: [1, 2], steps: [{ option: 1 }, { option: 2 }, { option: 0, reason: 'OVER_BUDGET', available: '2.00000' }, { option: 3 }, { option: 4, reason: 'NO_VOTES' }] });
  });

  it('spends what is left over by votes alone, whatever was bought before', () => {
    fc.assert(fc.property(anyBudget, ({ election, piles }) => {
      const shared = equalShares(election, piles);
      const whole = greedyRest(election, shared);
      expect(whole.funded.slice(0, shared.funded.length)).toEqual(shared.funded);
      expect(whole.spent).toBeLessThanOrEqual(election.total);
      // Nothing that would still fit is left out.
      const out = election.projects.filter((project) => !whole.funded.includes(project));
      expect(out.every((project) => election.costs[project]! > election.total - whole.spent)).toBe(true);
    }));
  });
});
