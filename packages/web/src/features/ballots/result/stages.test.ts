import { count } from '@plenary/count';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ranked } from './counted.ts';
import { mostHeld, viewsOf } from './stages.ts';

const ids = (positions: readonly number[]) => positions.map((position) => ({ id: `o${position}` }));

/** Real counts of random rankings, as the contract tells them. */
const anyRanked = fc.record({
  options: fc.integer({ min: 2, max: 6 }), seats: fc.integer({ min: 1, max: 3 }),
  rankings: fc.array(fc.tuple(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 12 }),
}).map(({ options, seats, rankings }) => {
  const piles = rankings.map(([ranking, papers]) => ({ choices: ranking.filter((each) => each < options), papers })).filter(({ choices }) => choices.length > 0);
  const counted = count(
    { method: 'SCOTTISH_STV', options: [...Array.from({ length: options }, () => 'CHOICE' as const), 'ABSTAIN'], maxChoices: options, seats, budget: null }, 'TOGETHER',
    [{ constituency: 'PARENT', roll: 1000, quorum: { kind: 'NONE' }, majority: null, piles }], { seed: '00'.repeat(32) },
  );
  const { ranked, chosen } = counted;
  const stages = ranked!.stages.map(({ action, elected, excluded, ...stage }) => ({
    ...stage, kind: action.kind, votes: action.votes, moved: action.option === null ? null : ids([action.option])[0]!, elected: ids(elected), excluded: ids(excluded),
  }));
  return { ranked: { ...ranked!, stages } as unknown as Ranked, chosen, options: ids([...Array.from({ length: options + 1 }).keys()]) };
});

describe('the stages of a ranked count', () => {
  it('keep every row in its place, winners first, and end with who was chosen', () => {
    fc.assert(fc.property(anyRanked, ({ ranked, chosen, options }) => {
      const steps = viewsOf(ranked, options);
      const order = (step: (typeof steps)[number]) => step.holdings.map(({ id }) => id);
      for (const step of steps) expect(order(step)).toEqual(order(steps[0]!));
      const last = steps.at(-1)!;
      const winners = last.holdings.filter(({ state }) => state === 'IN').map(({ id }) => id);
      expect(winners.toSorted()).toEqual(ids(chosen).map(({ id }) => id).toSorted());
      expect(order(last).slice(0, winners.length)).toEqual(winners);
      expect(order(last)).not.toContain(`o${options.length - 1}`);
    }));
  });

  it('begin each stage with what the one before ended with, and fit the drawing', () => {
    fc.assert(fc.property(anyRanked, ({ ranked, options }) => {
      const steps = viewsOf(ranked, options);
      const most = mostHeld(steps, ranked.quota);
      steps.forEach((step, at) => {
        const before = steps[at - 1];
        if (before) {
          expect(step.holdings.map((each) => each.before)).toEqual(before.holdings.map((each) => each.after));
          expect(step.lost.before).toBe(before.lost.after);
        }
        for (const { after } of [...step.holdings, step.lost]) expect(after).toBeLessThanOrEqual(most);
        // At most what cutting off digits loses: less than 0.00001 for each paper that a surplus moved.
        const sum = (part: 'before' | 'after') => step.holdings.reduce((total, each) => total + each[part], step.lost[part]);
        if (before) expect(Math.abs(sum('after') - sum('before'))).toBeLessThan(0.00001 * ranked.ballots + 1e-6);
      });
    }));
  });

  it('say of nobody twice that they are out or have won', () => {
    fc.assert(fc.property(anyRanked, ({ ranked, options }) => {
      const news = viewsOf(ranked, options).flatMap(({ holdings }) => holdings.filter((each) => each.news).map(({ id }) => id));
      expect(new Set(news).size).toBe(news.length);
    }));
  });
});
