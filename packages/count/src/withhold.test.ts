import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import type { Pool } from './definition.ts';
import { anyElection, yesNo } from './testing.ts';
import { SMALLEST_PUBLISHED, publish, withheld } from './withhold.ts';

const HALF = { numerator: 1, denominator: 2, base: 'CAST', atLeast: false } as const;
const pool = (constituency: string, yes: number, no: number): Pool => ({
  constituency, roll: yes + no, quorum: { kind: 'NONE' }, majority: HALF,
  piles: [{ choices: [0], papers: yes }, { choices: [1], papers: no }],
});

describe('what is published', () => {
  it('hides a pool of ten, shows one of eleven', () => {
    expect([...withheld([{ constituency: 'PARENT', people: 10 }, { constituency: 'TEACHER', people: 11 }]).pools]).toEqual(['PARENT']);
  });

  it('withholds the total when one pool is hidden, for the rest would give it away', () => {
    const published = publish(count(yesNo, 'EVERY_CONSTITUENCY', [pool('PARENT', 30, 12), pool('TEACHER', 3, 4)]));
    expect(published).toMatchObject({
      outcome: 'NOT_ADOPTED', papers: null, votes: null, withheld: true,
      pools: [{ constituency: 'PARENT', papers: 42, votes: [30, 12, 0] }, { constituency: 'TEACHER', roll: 7, papers: null, votes: null }],
    });
    expect(published.rules.find((rule) => rule.rule === 'MAJORITY' && rule.constituency === 'TEACHER'))
      .toMatchObject({ of: null, needed: null, reached: null, met: false });
  });

  it('says everything when every pool is large enough', () => {
    const whole = count(yesNo, 'TOGETHER', [pool('PARENT', 30, 12), pool('TEACHER', 8, 3)]);
    expect(publish(whole)).toMatchObject({ papers: 53, votes: [38, 15, 0], withheld: false, rules: whole.rules });
  });

  it('names the winner of a small choice without its counts', () => {
    const question = { method: 'CHOOSE_ONE', options: ['CHOICE', 'CHOICE'], maxChoices: 1, seats: 1, budget: null } as const;
    const small: Pool = { constituency: 'TEACHER', roll: 6, quorum: { kind: 'NONE' }, majority: null, piles: [{ choices: [1], papers: 4 }, { choices: [0], papers: 1 }] };
    expect(publish(count(question, 'TOGETHER', [small]))).toMatchObject({
      outcome: 'CHOSEN', chosen: [1], votes: null, rules: [{ reached: null }, { leading: [1], votes: null, runnerUpVotes: null, met: true }],
    });
  });

  it('never depends on how a hidden pool voted, beyond what follows from it', () => {
    fc.assert(fc.property(anyElection, ({ question, combine, pools }) => {
      const plain = count(question, combine, pools);
      const published = publish(plain);
      // What is always said: the outcome, who won, who led, by which lot, and what the winning projects cost.
      const rest = (of: typeof published) => JSON.stringify({ ...of, outcome: 0, chosen: 0, lots: 0, budget: of.budget?.steps, rules: of.rules.map((rule) => ({ ...rule, met: 0, leading: 0 })) });
      const emptied = pools.map((each, n) => (plain.pools[n]!.papers < SMALLEST_PUBLISHED ? { ...each, piles: [] } : each));
      expect(rest(publish(count(question, combine, emptied)))).toBe(rest(published));
    }));
  });
});
