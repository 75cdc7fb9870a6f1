import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { partsOf } from '../decimal.ts';
import type { Pile } from '../definition.ts';
import { type RankedElection, countRanked } from './count-ranked.ts';
import { oracle } from './oracle.testing.ts';

const SEED = 'ab'.repeat(32);
const all = (options: number) => Array.from({ length: options }, (_, n) => n);

/** Few options, small piles: ties, exact quotas and exhausted papers come up all the time. */
const anyRanking: fc.Arbitrary<RankedElection> = fc.record({ options: fc.integer({ min: 1, max: 7 }), seats: fc.integer({ min: 1, max: 4 }) })
  .chain(({ options, seats }) => fc.record({
    options: fc.constant(options),
    seats: fc.constant(seats),
    seed: fc.constant(SEED),
    standing: fc.oneof({ weight: 3, arbitrary: fc.constant(all(options)) }, fc.subarray(all(options))),
    piles: fc.array(fc.record({
      choices: fc.uniqueArray(fc.nat(options - 1), { minLength: 1, maxLength: options }), papers: fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(60) }),
    }), { maxLength: 14 }),
  }));

const counted = (options: number, seats: number, ...piles: [number, ...number[]][]) =>
  countRanked({ options, seats, standing: all(options), seed: SEED, piles: piles.map(([papers, ...choices]): Pile => ({ papers, choices })) });

// A slow count is still a right one.
vi.setConfig({ testTimeout: 60_000 });

describe('a ranked count', () => {
  it('equals the slow one, paper by paper, in a thousand elections', () => {
    const seen = { lots: 0, surplus: 0, zero: 0, exclusions: 0, withdrawn: 0 };
    fc.assert(fc.property(anyRanking, (election) => {
      const ours = countRanked(election);
      const theirs = oracle({ ...election, seed: SEED });
      expect({
        ballots: ours.ballots, quota: ours.quota, elected: ours.elected, lots: ours.lots.length,
        stages: ours.stages.map(({ action, tallies, nonTransferable, elected }) => ({
          action: action.option === null ? action.kind : `${action.kind} ${action.option}`,
          tallies: tallies.map((votes) => (votes === null ? null : partsOf(votes))), exhausted: partsOf(nonTransferable), elected,
        })),
      }).toEqual({ ballots: theirs.ballots, quota: theirs.quota, elected: theirs.elected, lots: theirs.lots, stages: theirs.stages });
      seen.lots += ours.lots.length;
      for (const { action } of ours.stages) {
        if (action.kind === 'SURPLUS') seen.surplus += 1;
        if (action.kind === 'SURPLUS' && action.votes === '0.00000') seen.zero += 1;
        if (action.kind === 'EXCLUSION') seen.exclusions += 1;
      }
      if (election.standing.length < election.options) seen.withdrawn += 1;
    }), { numRuns: 1000 });
    // A thousand elections in which nothing happens would prove nothing.
    for (const [what, times] of Object.entries(seen)) expect({ what, often: times > 20 }).toEqual({ what, often: true });
  });

  it('loses nothing: tallies, non-transferable and what truncation drops are the ballots', () => {
    fc.assert(fc.property(anyRanking, (election) => {
      const { stages, ballots } = countRanked(election);
      const { surplusPapers } = oracle({ ...election, seed: SEED });
      for (const { tallies, nonTransferable } of stages) {
        const kept = tallies.reduce((sum, votes) => sum + (votes === null ? 0n : partsOf(votes)), partsOf(nonTransferable));
        const dropped = BigInt(ballots) * 100_000n - kept;
        expect(dropped >= 0n).toBe(true);
        // Less than one hundred-thousandth for each paper that a surplus moved.
        expect(dropped <= BigInt(surplusPapers) && (dropped === 0n || dropped < BigInt(surplusPapers))).toBe(true);
      }
    }));
  });

  it('fills every seat for which somebody stands, and never more', () => {
    fc.assert(fc.property(anyRanking, (election) => {
      const { elected, ballots } = countRanked(election);
      expect(new Set(elected).size).toBe(elected.length);
      expect(elected.every((option) => election.standing.includes(option))).toBe(true);
      expect(elected.length).toBe(ballots === 0 ? 0 : Math.min(election.seats, election.standing.length));
    }));
  });

  it('treats options alike wherever no lot was drawn', () => {
    fc.assert(fc.property(anyRanking, (election) => {
      const plain = countRanked(election);
      fc.pre(plain.lots.length === 0);
      const mirror = (option: number) => election.options - 1 - option;
      const mirrored = countRanked({
        ...election, standing: election.standing.map(mirror), piles: election.piles.map(({ choices, papers }) => ({ papers, choices: choices.map(mirror) })),
      });
      expect(mirrored.elected.map(mirror).toSorted()).toEqual(plain.elected.toSorted());
      expect(mirrored.stages.map(({ tallies }) => tallies.toReversed())).toEqual(plain.stages.map(({ tallies }) => tallies));
    }));
  });

  it('gives a surplus of exactly nothing its own stage, in which papers leave at value 0', () => {
    // 12 papers, 2 seats: 5 elect. The first has exactly 5.
    const { quota, stages, elected } = counted(4, 2, [5, 0, 1], [4, 1], [2, 2, 3], [1, 3]);
    expect(quota).toBe(5);
    expect(stages[1]).toMatchObject({
      action: { kind: 'SURPLUS', option: 0, votes: '0.00000' }, tallies: ['5.00000', '4.00000', '2.00000', '1.00000'], nonTransferable: '0.00000',
    });
    expect(elected).toEqual([0, 1]);
  });

  it('breaks a tie by the most recent earlier stage at which the tied differ', () => {
    // After D is excluded, B and C have 3 each; at the stage before, C had fewer.
    const { stages } = counted(4, 1, [4, 0], [3, 1], [2, 2], [1, 3, 2]);
    expect(stages.map(({ action }) => action.option)).toEqual([null, 3, 2, 1]);
  });

  it('looks back stage by stage, not only at the first', () => {
    // B and C have 7 each at stage 2. At the first B was ahead, 6 to 5; at the most recent, behind, 6 to 7.
    const { stages, lots } = counted(5, 1, [10, 0], [6, 1], [5, 2], [2, 3, 2], [1, 4, 1], [2, 4]);
    expect(stages.map(({ action }) => action.option)).toEqual([null, 3, 4, 1, 2]);
    expect(lots).toEqual([]);
  });

  it('draws a lot when all stages are equal, and stops without a seed', () => {
    const election = { options: 3, standing: [0, 1, 2], seats: 1, piles: [{ choices: [0], papers: 3 }, { choices: [1], papers: 2 }, { choices: [2], papers: 2 }] };
    const drawn = countRanked({ ...election, seed: SEED });
    expect(drawn.lots).toMatchObject([{ purpose: 'EXCLUSION', stage: 1, tied: [1, 2], seed: SEED }]);
    expect(drawn.stages[1]!.excluded).toEqual(drawn.lots[0]!.drawn);
    expect(countRanked({ ...election, seed: null })).toMatchObject({ tied: true, elected: [], stages: [{}], lots: [{ drawn: [], seed: null }] });
  });

  it('elects nobody without papers, and everybody when no more stand than there are seats', () => {
    expect(counted(3, 2)).toMatchObject({ ballots: 0, elected: [], stages: [{ stage: 0 }] });
    expect(counted(2, 3, [1, 1])).toMatchObject({ elected: [1, 0], stages: [{ elected: [1, 0] }] });
  });

  it('counts more papers than hundred-thousandths fit a float, exactly', () => {
    const many = 3_000_000_000_000;
    const { stages } = counted(3, 2, [many, 0, 1], [many / 3, 1], [many / 3, 2]);
    expect(stages[1]!.action.votes).toBe('1333333333333.00000');
    // 1/3 less a third of one vote each, cut: 0.44444 of a vote from each of 3 × 10^12 papers.
    expect(stages[1]!.tallies[1]).toBe('2333320000000.00000');
  });

  it('with one seat is instant runoff: whoever has more than half of what still counts', () => {
    const plain = ({ standing, piles }: RankedElection): number | null => {
      let left = [...standing];
      while (left.length > 0) {
        const votes = left.map((option) => piles.reduce((sum, { choices, papers }) => (choices.find((each) => left.includes(each)) === option ? sum + papers : sum), 0));
        const [most, least] = [Math.max(...votes), Math.min(...votes)];
        if (2 * most > votes.reduce((sum, each) => sum + each, 0)) return left[votes.indexOf(most)]!;
        if (votes.filter((each) => each === least).length > 1) return null;
        left = left.filter((_, n) => votes[n] !== least);
      }
      return null;
    };
    let compared = 0;
    fc.assert(fc.property(anyRanking, (election) => {
      const winner = plain(election);
      if (winner === null) return;
      compared += 1;
      expect(countRanked({ ...election, seats: 1 }).elected).toEqual([winner]);
    }), { numRuns: 500, seed: 1 });
    expect(compared).toBeGreaterThan(100);
  });
});
