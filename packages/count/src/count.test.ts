import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { type MajorityRule, type Pool, type Question, isGraded, isRanked } from './definition.ts';
import { leastReaching } from './fraction.ts';
import { quorumNeeded } from './quorum.ts';
import { anyElection, anyQuorum, anyShare, yesNo } from './testing.ts';

const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const HALF: MajorityRule = { numerator: 1, denominator: 2, base: 'CAST', atLeast: false };

function pool(constituency: string, [yes, no, abstain]: readonly [number, number, number], rest: Partial<Pool> = {}): Pool {
  return {
    constituency, roll: 100, quorum: { kind: 'NONE' }, majority: HALF,
    piles: [{ choices: [0], papers: yes }, { choices: [1], papers: no }, { choices: [2], papers: abstain }],
    ...rest,
  };
}

const choice = (method: 'CHOOSE_ONE' | 'APPROVAL', maxChoices = 1): Question =>
  ({ method, options: ['CHOICE', 'CHOICE', 'CHOICE', 'ABSTAIN'], maxChoices, seats: 1, budget: null });

const chosenBy = (...votes: [number[], number][]): Pool[] =>
  [{ constituency: 'PARENT', roll: 100, quorum: { kind: 'NONE' }, majority: null, piles: votes.map(([choices, papers]) => ({ choices, papers })) }];

describe('a majority', () => {
  it.each([
    [9, 8, 0, 'ADOPTED'], [8, 8, 0, 'NOT_ADOPTED'], [8, 9, 0, 'NOT_ADOPTED'], [1, 0, 99, 'ADOPTED'], [0, 0, 100, 'NOT_ADOPTED'], [0, 0, 0, 'NOT_ADOPTED'],
  ] as const)('of %i yes, %i no, %i abstentions is %4$s', (yes, no, abstain, outcome) => {
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [yes, no, abstain])]).outcome).toBe(outcome);
  });

  it('needs nine of seventeen: "half and one" would have asked for ten', () => {
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [9, 8, 0])]).rules[1]).toMatchObject({ of: 17, needed: 9, reached: 9, met: true });
  });

  it('of two thirds at least is met by exactly two thirds, more than two thirds is not', () => {
    const twoThirds = { numerator: 2, denominator: 3, base: 'CAST', atLeast: true } as const;
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [20, 10, 0], { majority: twoThirds })]).outcome).toBe('ADOPTED');
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [20, 10, 0], { majority: { ...twoThirds, atLeast: false } })]).outcome).toBe('NOT_ADOPTED');
  });

  it('of the roll counts everybody who stayed away as not saying yes', () => {
    const ofRoll = { ...HALF, base: 'ROLL' } as const;
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [50, 0, 0], { majority: ofRoll })]).outcome).toBe('NOT_ADOPTED');
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [51, 0, 0], { majority: ofRoll })]).outcome).toBe('ADOPTED');
  });

  it('of everybody present counts abstentions as not saying yes', () => {
    const ofPresent = { ...HALF, base: 'PRESENT' } as const;
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [10, 0, 10], { majority: ofPresent })])).toMatchObject({ outcome: 'NOT_ADOPTED', rules: [{}, { of: 20, needed: 11 }] });
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [11, 0, 10], { majority: ofPresent })]).outcome).toBe('ADOPTED');
  });

  it('in every constituency is not the majority of all votes', () => {
    const pools = [pool('PARENT', [90, 5, 0]), pool('TEACHER', [20, 21, 0])];
    expect(count(yesNo, 'EVERY_CONSTITUENCY', pools)).toMatchObject({
      outcome: 'NOT_ADOPTED', rules: [{}, {}, { constituency: 'PARENT', met: true }, { constituency: 'TEACHER', needed: 21, reached: 20, met: false }],
    });
    expect(count(yesNo, 'TOGETHER', pools)).toMatchObject({ outcome: 'ADOPTED', rules: [{}, {}, { constituency: null, of: 136, needed: 69, reached: 110 }] });
  });
});

describe('a quorum', () => {
  it('of one third of 100 is 34 papers, abstentions included', () => {
    const third = { kind: 'SHARE_OF_ROLL', numerator: 1, denominator: 3 } as const;
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [20, 0, 13], { quorum: third })]).outcome).toBe('NO_QUORUM');
    expect(count(yesNo, 'TOGETHER', [pool('PARENT', [20, 0, 14], { quorum: third })])).toMatchObject({
      outcome: 'ADOPTED', rules: [{ rule: 'QUORUM', needed: 34, reached: 34, met: true }, {}],
    });
  });

  it('missed by one constituency decides nothing for all', () => {
    const result = count(yesNo, 'TOGETHER', [pool('PARENT', [60, 0, 0]), pool('TEACHER', [4, 0, 0], { quorum: { kind: 'COUNT', count: 5 } })]);
    expect(result).toMatchObject({ outcome: 'NO_QUORUM', chosen: [] });
  });
});

describe('a choice', () => {
  it('goes to the most votes, however few', () => {
    expect(count(choice('CHOOSE_ONE'), 'TOGETHER', chosenBy([[0], 2], [[1], 3], [[2], 2], [[3], 50]))).toMatchObject({
      outcome: 'CHOSEN', chosen: [1], papers: 57, rules: [{}, { leading: [1], votes: 3, runnerUpVotes: 2, met: true }],
    });
  });

  it('with two in front is tied, and chooses neither', () => {
    expect(count(choice('CHOOSE_ONE'), 'TOGETHER', chosenBy([[0], 3], [[1], 3]))).toMatchObject({
      outcome: 'TIED', chosen: [], rules: [{}, { leading: [0, 1], met: false }],
    });
  });

  it('made by nobody is not adopted', () => {
    expect(count(choice('CHOOSE_ONE'), 'TOGETHER', chosenBy([[3], 9])).outcome).toBe('NOT_ADOPTED');
  });

  it('by approval counts a paper once for each option it names', () => {
    expect(count(choice('APPROVAL', 2), 'TOGETHER', chosenBy([[0, 1], 3], [[1, 2], 2]))).toMatchObject({ papers: 5, votes: [3, 5, 2, 0], chosen: [1] });
  });
});

describe('what cannot be counted', () => {
  it.each([
    ['two answers to one question', [[0, 1], 1]], ['an option that is not there', [[7], 1]], ['an empty paper', [[], 1]],
  ] as [string, [number[], number]][])('%s stops the count', (_, pile) => {
    expect(() => count(choice('CHOOSE_ONE'), 'TOGETHER', chosenBy(pile))).toThrow(RangeError);
  });

  it('an abstention beside a vote, a box fuller than its roll, majorities that differ', () => {
    expect(() => count(choice('APPROVAL', 2), 'TOGETHER', chosenBy([[0, 3], 1]))).toThrow(/ABSTAIN_IS_ALONE/);
    expect(() => count(yesNo, 'TOGETHER', [pool('PARENT', [101, 0, 0])])).toThrow(/more papers/);
    expect(() => count(yesNo, 'TOGETHER', [pool('PARENT', [1, 0, 0]), pool('TEACHER', [1, 0, 0], { majority: { ...HALF, base: 'ROLL' } })])).toThrow(/one majority/);
  });
});

describe('properties', () => {
  it('the least that reaches a share reaches it, and one fewer does not', () => {
    fc.assert(fc.property(anyShare, fc.nat(10_000), fc.boolean(), (share, of, atLeast) => {
      const reaches = (n: number) => {
        const [have, want] = [BigInt(n) * BigInt(share.denominator), BigInt(of) * BigInt(share.numerator)];
        return atLeast ? have >= want : have > want;
      };
      const least = leastReaching(share, of, atLeast);
      expect(reaches(least)).toBe(true);
      expect(least === 0 || !reaches(least - 1)).toBe(true);
    }));
  });

  it('is exact where floats are not', () => {
    expect(leastReaching({ numerator: 1, denominator: 3 }, 9_007_199_254_740_990, true)).toBe(3_002_399_751_580_330);
    expect(leastReaching({ numerator: 7, denominator: 10 }, 90, true)).toBe(63);
  });

  it('the order of papers, of piles and of pools never matters', () => {
    fc.assert(fc.property(anyElection, anySeed, fc.func(fc.integer()), ({ question, combine, pools }, seed, order) => {
      const shuffled = <T>(list: readonly T[]) => [...list].sort((a, b) => order(JSON.stringify(a)) - order(JSON.stringify(b)));
      // In a set, the order of positions says nothing either.
      const said = (choices: readonly number[]) => (isRanked(question.method) || isGraded(question.method) ? choices : shuffled(choices));
      const single = (each: Pool) => each.piles.flatMap(({ choices, papers }) => Array.from({ length: papers }, () => ({ choices: said(choices), papers: 1 })));
      const sorted = (list: readonly Pool[]) => [...list].sort((a, b) => a.constituency.localeCompare(b.constituency));
      expect(count(question, combine, sorted(pools).map((each) => ({ ...each, piles: shuffled(single(each)) })), { seed }))
        .toEqual(count(question, combine, sorted(pools), { seed }));
    }));
  });

  it('options are treated alike: renaming them renames the result, wherever votes decide', () => {
    let compared = 0;
    fc.assert(fc.property(anyElection.filter(({ question }) => question.method !== 'YES_NO'), ({ question, combine, pools }) => {
      const last = question.options.filter((kind) => kind === 'CHOICE').length - 1;
      const mirror = (position: number) => (position <= last ? last - position : position);
      const mirrored = <T>(list: readonly T[]) => list.map((_, position) => list[mirror(position)]!);
      const turned = pools.map((each) => ({
        ...each, piles: each.piles.map((pile) => ({ ...pile, choices: isGraded(question.method) ? mirrored(pile.choices) : pile.choices.map(mirror) })),
      }));
      const budget = question.budget === null ? null : { ...question.budget, costs: mirrored(question.budget.costs) };
      const [plain, renamed] = [count(question, combine, pools), count({ ...question, budget }, combine, turned)];
      expect(mirrored(renamed.votes)).toEqual(plain.votes);
      // Among projects with equal votes and equal costs, the order of the options decides.
      const alike = plain.budget?.steps.map(({ votes, cost }) => `${votes}/${cost}`) ?? [];
      if (isRanked(question.method) && plain.lots.length > 0) return;
      if (new Set(alike).size < alike.length) return;
      compared += 1;
      expect(renamed.outcome).toBe(plain.outcome);
      expect(renamed.chosen).toEqual(plain.chosen.map(mirror).toSorted((a, b) => a - b));
    }));
    expect(compared).toBeGreaterThan(20);
  });

  it('no vote is lost or made: papers and votes are what went in', () => {
    fc.assert(fc.property(anyElection, ({ question, combine, pools }) => {
      const piles = pools.flatMap((each) => each.piles);
      const result = count(question, combine, pools);
      const total = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);
      expect(result.papers).toBe(total(piles.map(({ papers }) => papers)));
      expect(total(result.pools.map(({ papers }) => papers))).toBe(result.papers);
      const { method, options } = question;
      const abstained = options.indexOf('ABSTAIN');
      if (isGraded(method)) {
        expect(total(result.scores!)).toBe(total(piles.map(({ choices, papers }) => papers * total(choices.filter((_, position) => position !== abstained)))));
      } else {
        expect(result.scores).toBeNull();
        const each = isRanked(method) || method === 'YES_NO' || method === 'CHOOSE_ONE';
        expect(total(result.votes)).toBe(total(piles.map(({ choices, papers }) => papers * (each ? 1 : choices.length))));
      }
    }));
  });

  it('what is chosen has votes, is no abstention, and fits the seats or the budget', () => {
    fc.assert(fc.property(anyElection, anySeed, fc.boolean(), ({ question, combine, pools }, seed, complete) => {
      const result = count(question, combine, pools, { seed: complete ? seed : null, completion: complete ? 'GREEDY' : 'NONE' });
      expect(result.chosen.every((position) => question.options[position] === 'CHOICE')).toBe(true);
      expect(result.chosen.toSorted((a, b) => a - b)).toEqual(result.chosen);
      if (question.budget === null) expect(result.chosen.length).toBeLessThanOrEqual(question.seats);
      else expect(result.chosen.reduce((sum, position) => sum + question.budget!.costs[position]!, 0)).toBeLessThanOrEqual(question.budget.total);
      if (complete) expect(result.outcome).not.toBe('TIED');
      if (result.outcome === 'CHOSEN') expect(result.chosen.length).toBeGreaterThan(0);
      if (result.outcome === 'NO_QUORUM' || result.outcome === 'NOT_ADOPTED') expect(result.chosen).toEqual([]);
    }));
  });

  it('a quorum once met stays met by another paper, and what it needs never shrinks with the roll', () => {
    fc.assert(fc.property(anyQuorum, fc.nat(500), fc.nat(500), (quorum, roll, more) => {
      expect(quorumNeeded(quorum, roll + more)).toBeGreaterThanOrEqual(quorumNeeded(quorum, roll));
      if (quorum.kind === 'SHARE_OF_ROLL') expect(quorumNeeded(quorum, roll)).toBeLessThanOrEqual(roll);
    }));
    fc.assert(fc.property(anyElection, ({ question, combine, pools }) => {
      const fuller = pools.map((each) => ({ ...each, roll: each.roll + 1, quorum: { kind: 'COUNT', count: 1 } as const }));
      const before = count(question, combine, fuller).rules.filter((rule) => rule.rule === 'QUORUM' && rule.met).length;
      const paper = isGraded(question.method) ? question.options.map((_, position) => (position === 0 ? 1 : 0)) : [0];
      const another = fuller.map((each) => ({ ...each, piles: [...each.piles, { choices: paper, papers: 1 }] }));
      expect(count(question, combine, another).rules.filter((rule) => rule.rule === 'QUORUM' && rule.met).length).toBeGreaterThanOrEqual(before);
    }));
  });
});
