import fc from 'fast-check';
import { Approbation, FirstPastThePost, InstantRunoff } from 'votes';
import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import type { OptionKind, Pile, Question } from './definition.ts';

/**
 * Somebody else's counter as an oracle, for the methods that it has: npm `votes`, written without knowledge of this
 * one. It breaks no tie by lot and splits papers that name nobody more, so rankings here are whole, and a random
 * election in which two are last together is left out. STV with several seats has the wards of Scotland for an oracle,
 * budgets the outcomes of Pabulib.
 */
const names = ['a', 'b', 'c', 'd', 'e'];
const ask = (method: Question['method'], maxChoices: number): Question =>
  ({ method, options: names.map((): OptionKind => 'CHOICE'), maxChoices, seats: 1, budget: null });
const counted = (question: Question, piles: readonly Pile[]) => count(question, 'TOGETHER',
  [{ constituency: 'PARENT', roll: 10_000, quorum: { kind: 'NONE' }, majority: null, piles }], { seed: '5eed'.repeat(16) });

const rankings = fc.array(fc.record({ choices: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), papers: fc.integer({ min: 1, max: 200 }) }), { minLength: 1, maxLength: 30 });
const sets = fc.array(fc.record({ choices: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }).map((each) => each.toSorted()), papers: fc.integer({ min: 1, max: 200 }) }), { minLength: 1, maxLength: 30 });
const named = (choices: readonly number[]) => choices.map((position) => names[position]!);
const inOrder = (scores: Readonly<Record<string, number>>) => names.map((name) => scores[name] ?? 0);

describe('another counter', () => {
  it('comes to the same approvals', () => {
    fc.assert(fc.property(sets, (piles) => {
      const ballots = piles.map(({ choices, papers }) => ({ ranking: [named(choices)], weight: papers }));
      expect(counted(ask('APPROVAL', 5), piles).votes).toEqual(inOrder(new Approbation({ candidates: names, ballots }).scores()));
    }), { numRuns: 500 });
  });

  it('comes to the same votes where one is chosen', () => {
    fc.assert(fc.property(rankings, (piles) => {
      const ballots = piles.map(({ choices, papers }) => ({ ranking: [[names[choices[0]!]!]], weight: papers }));
      const mine = counted(ask('CHOOSE_ONE', 1), piles.map(({ choices, papers }) => ({ choices: choices.slice(0, 1), papers })));
      expect(mine.votes).toEqual(inOrder(new FirstPastThePost({ candidates: names, ballots }).scores()));
    }), { numRuns: 500 });
  });

  it('excludes the same in each round of an instant runoff, with the same votes, and elects the same', () => {
    fc.assert(fc.property(rankings, (piles) => {
      const ballots = piles.map(({ choices, papers }) => ({ ranking: named(choices).map((name) => [name]), weight: papers }));
      const rounds = new InstantRunoff({ candidates: names, ballots }).computeRounds();
      // Two who are last together: there the counters follow different rules.
      fc.pre(rounds.every(({ roundResult }) => roundResult.eliminated.length === 1));
      const mine = counted(ask('INSTANT_RUNOFF', 5), piles);
      for (const [at, stage] of mine.ranked!.stages.entries()) {
        const standing = names.map((name, position) => (stage.tallies[position] === null ? null : name)).filter((name) => name !== null);
        const other = rounds[at]!;
        expect(standing.toSorted()).toEqual(other.candidates.toSorted());
        for (const name of standing) expect(Number(stage.tallies[names.indexOf(name)])).toBe(other.roundResult.scores[name]);
      }
      expect(named(mine.chosen)).toEqual(rounds.at(-1)!.roundResult.eliminated);
    }), { numRuns: 500 });
  });
});
