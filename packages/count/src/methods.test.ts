import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import type { OptionKind, Pool, Question } from './definition.ts';
import { drawLot, isSeed } from './lot.ts';
import { questionFault } from './question-fault.ts';
import { publish } from './withhold.ts';

const SEED = '5eed'.repeat(16);
const ask = (method: Question['method'], rest: Partial<Question> = {}): Question =>
  ({ method, options: ['CHOICE', 'CHOICE', 'CHOICE', 'ABSTAIN'] as OptionKind[], maxChoices: 1, seats: 1, budget: null, ...rest });
const cast = (...piles: [number, number[]][]): Pool[] => [{
  constituency: 'PARENT', roll: 1000, quorum: { kind: 'NONE' }, majority: null, piles: piles.map(([papers, choices]) => ({ papers, choices })),
}];
const result = (question: Question, pools: readonly Pool[], seed: string | null = null) => count(question, 'TOGETHER', pools, { seed });

describe('sums', () => {
  it('of scores decide, not the number of papers that give some', () => {
    expect(result(ask('SCORE', { maxChoices: 5 }), cast([3, [5, 1, 0, 0]], [4, [0, 2, 2, 0]], [1, [0, 0, 0, 1]]))).toMatchObject({
      papers: 8, votes: [3, 7, 4, 1], scores: [15, 11, 8, 0], outcome: 'CHOSEN', chosen: [0], rules: [{}, { votes: 15, runnerUpVotes: 11 }],
      margins: [{ kind: 'LEAD', votes: 4 }],
    });
  });

  it('of dots decide', () => {
    expect(result(ask('DOTS', { maxChoices: 3, seats: 2 }), cast([2, [3, 0, 0, 0]], [3, [1, 1, 1, 0]]))).toMatchObject({
      scores: [9, 3, 3, 0], outcome: 'TIED', chosen: [0], rules: [{}, { leading: [0, 1, 2], votes: 3, met: false }],
      lots: [{ purpose: 'SEAT', tied: [1, 2], drawn: [], seed: null }],
    });
  });

  it('fill several seats, and never one with nobody\'s vote', () => {
    expect(result(ask('CHOOSE_ONE', { seats: 2 }), cast([5, [1]], [3, [2]], [1, [0]]))).toMatchObject({ chosen: [1, 2], margins: [{ votes: 2 }] });
    expect(result(ask('APPROVAL', { seats: 3, maxChoices: 3 }), cast([5, [1, 2]]))).toMatchObject({ outcome: 'CHOSEN', chosen: [1, 2], rules: [{}, { met: true }] });
  });

  it('that tie are decided by lot where there is a seed, and the lot is told', () => {
    const drawn = result(ask('CHOOSE_ONE', { seats: 2 }), cast([5, [1]], [3, [2]], [3, [0]]), SEED);
    expect(drawn).toMatchObject({ outcome: 'CHOSEN', lots: [{ purpose: 'SEAT', stage: null, tied: [0, 2], seed: SEED }], rules: [{}, { met: false }] });
    expect(drawn.chosen).toEqual([1, ...drawn.lots[0]!.drawn].toSorted());
  });
});

describe('a lot', () => {
  it('is drawn as anybody can draw it again', () => {
    const ticket = (position: number) => createHash('sha256').update(Buffer.from(SEED, 'hex')).update('lot/EXCLUSION/3\0').update(Buffer.from([0, position])).digest('hex');
    const lowest = [4, 1, 7].toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1));
    expect(drawLot(SEED, 'EXCLUSION', 3, [4, 1, 7])).toEqual({ purpose: 'EXCLUSION', stage: 3, tied: [1, 4, 7], drawn: [lowest[0]], seed: SEED });
    expect(drawLot(SEED, 'EXCLUSION', 3, [7, 4, 1], 2).drawn).toEqual(lowest.slice(0, 2).toSorted());
  });

  it('falls on each alike', () => {
    const fell = [0, 0, 0];
    for (let n = 0; n < 3000; n += 1) fell[drawLot(n.toString(16).padStart(64, '0'), 'SEAT', null, [0, 1, 2]).drawn[0]!]! += 1;
    for (const times of fell) expect(Math.abs(times - 1000)).toBeLessThan(150);
  });

  it('needs a whole seed', () => {
    expect([isSeed(SEED), isSeed('5eed'), isSeed('x'.repeat(64))]).toEqual([true, false, false]);
    expect(() => drawLot('5eed', 'SEAT', null, [0, 1])).toThrow(RangeError);
    expect(() => result(ask('CHOOSE_ONE'), cast([1, [0]]), 'no seed')).toThrow(RangeError);
  });
});

describe('a ranked ballot', () => {
  const stv = ask('SCOTTISH_STV', { seats: 2, maxChoices: 3 });

  it('counts first preferences as votes, and tells every stage and what was close', () => {
    expect(result(stv, cast([6, [0, 1]], [2, [1]], [3, [2]], [4, [3]]))).toMatchObject({
      papers: 15, votes: [6, 2, 3, 4], outcome: 'CHOSEN', chosen: [0, 1], rules: [{ rule: 'QUORUM' }],
      ranked: {
        ballots: 11, quota: 4, seats: 2, stages: [
          { action: { kind: 'FIRST' }, elected: [0] },
          { action: { kind: 'SURPLUS', option: 0, votes: '2.00000' }, tallies: ['4.00000', '3.99998', '3.00000', null] },
          { action: { kind: 'EXCLUSION', option: 2 }, elected: [1], excluded: [2] },
        ],
      },
      margins: [
        { kind: 'SEAT', option: 0, stage: 0, by: 'QUOTA', votes: '2.00000' },
        { kind: 'SEAT', option: 1, stage: 2, by: 'LAST_STANDING', votes: '0.00002' },
        { kind: 'EXCLUSION', option: 2, next: 1, stage: 2, votes: '0.99998' },
      ],
    });
  });

  it('stays tied without a seed, with whoever is elected by then', () => {
    expect(result(stv, cast([6, [0]], [2, [1]], [2, [2]]))).toMatchObject({ outcome: 'TIED', chosen: [0], lots: [{ tied: [1, 2], drawn: [] }] });
  });

  it('of abstentions alone chooses nobody', () => {
    expect(result(stv, cast([9, [3]]))).toMatchObject({ outcome: 'NOT_ADOPTED', chosen: [], ranked: { ballots: 0 } });
  });
});

describe('a budget ballot', () => {
  const shares = ask('EQUAL_SHARES', { maxChoices: 3, budget: { total: 100, costs: [50, 50, 40, 0] } });
  const pools = cast([60, [0, 1]], [40, [2]]);

  it('funds by equal shares, then by votes if asked', () => {
    expect(result(shares, pools)).toMatchObject({ outcome: 'CHOSEN', chosen: [0, 2], budget: { spent: 90 }, margins: [{ kind: 'PROJECT', option: 1, lacking: '40.00000' }] });
    const whole = count({ ...shares, budget: { total: 100, costs: [50, 10, 40, 0] } }, 'TOGETHER', pools, { completion: 'GREEDY' });
    expect(whole).toMatchObject({ chosen: [0, 1, 2], budget: { spent: 100 }, margins: [] });
  });

  it('funds by votes, and counts an abstention among the voters', () => {
    expect(result({ ...shares, method: 'BUDGET_GREEDY' }, pools)).toMatchObject({ chosen: [0, 1], budget: { steps: [{}, {}, { reason: 'OVER_BUDGET' }] } });
    // A hundred abstentions halve everybody's share: no group can pay any more.
    expect(result(shares, cast([60, [0, 1]], [40, [2]], [100, [3]]))).toMatchObject({ outcome: 'NOT_ADOPTED', chosen: [], papers: 200 });
  });
});

describe('parity', () => {
  const parity = { labels: ['LOWER', 'LOWER', 'UPPER', null], parts: [{ label: 'LOWER', atLeast: 1, atMost: 1 }, { label: 'UPPER', atLeast: 1, atMost: 2 }] };

  it('is checked and told, and seats nobody else', () => {
    const question = ask('CHOOSE_ONE', { seats: 2 });
    const met = count(question, 'TOGETHER', cast([5, [1]], [3, [2]], [1, [0]]), { parity });
    expect(met).toMatchObject({ chosen: [1, 2], parity: { met: true, parts: [{ elected: 1, met: true }, { elected: 1, met: true }] } });
    const missed = count(question, 'TOGETHER', cast([5, [1]], [1, [2]], [3, [0]]), { parity });
    expect(missed).toMatchObject({ outcome: 'CHOSEN', chosen: [0, 1], parity: { met: false, parts: [{ elected: 2, met: false }, { elected: 0, met: false }] } });
  });
});

describe('what would have changed it', () => {
  const yesNo = ask('YES_NO', { options: ['YES', 'NO'] });
  const asked = (yes: number, no: number, quorum: Pool['quorum'] = { kind: 'NONE' }) => count(yesNo, 'TOGETHER', [{
    constituency: 'PARENT', roll: 100, quorum, majority: { numerator: 1, denominator: 2, base: 'CAST', atLeast: false },
    piles: [{ choices: [0], papers: yes }, { choices: [1], papers: no }],
  }]);

  it('is the fewest who would have had to answer the other way', () => {
    for (let yes = 0; yes <= 12; yes += 1) {
      const no = 12 - yes;
      const { outcome, margins: [margin] } = asked(yes, no);
      const votes = margin?.kind === 'MAJORITY' ? margin.votes : 0;
      const turn = outcome === 'ADOPTED' ? -1 : 1;
      expect(asked(yes + turn * votes, no - turn * votes).outcome).not.toBe(outcome);
      expect(asked(yes + turn * (votes - 1), no - turn * (votes - 1)).outcome).toBe(outcome);
    }
  });

  it('is the papers missing to a quorum', () => {
    expect(asked(3, 4, { kind: 'COUNT', count: 10 }).margins[0]).toEqual({ kind: 'QUORUM', constituency: 'PARENT', met: false, papers: 3 });
    expect(asked(8, 4, { kind: 'COUNT', count: 10 }).margins[0]).toEqual({ kind: 'QUORUM', constituency: 'PARENT', met: true, papers: 2 });
  });
});

describe('what is published of them', () => {
  const numbers = (value: unknown): string[] => JSON.stringify(value).match(/"\d+\.\d{5}"/g) ?? [];

  it('is all of it when every pool is large', () => {
    const whole = result(ask('SCOTTISH_STV', { seats: 2, maxChoices: 3 }), cast([6, [0, 1]], [2, [1]], [3, [2]]));
    expect(publish(whole)).toMatchObject({ ranked: whole.ranked, margins: whole.margins, lots: whole.lots, withheld: false });
  });

  it('of a small pool is who won, without stage, score, payment or margin', () => {
    const ranked = publish(result(ask('SCOTTISH_STV', { seats: 1, maxChoices: 3 }), cast([3, [0]], [2, [1]], [2, [2]]), SEED));
    expect(ranked).toMatchObject({ outcome: 'CHOSEN', chosen: [0], ranked: null, margins: [], lots: [], withheld: true });
    const scored = publish(result(ask('SCORE', { maxChoices: 5 }), cast([3, [5, 0, 0, 0]], [3, [0, 5, 0, 0]]), SEED));
    expect(scored).toMatchObject({ scores: null, votes: null, pools: [{ scores: null, votes: null }], lots: [{ tied: [0, 1] }], margins: [] });
    const funded = publish(result(ask('EQUAL_SHARES', { maxChoices: 3, budget: { total: 100, costs: [50, 50, 40, 0] } }), cast([6, [0, 1]], [4, [2]])));
    expect(funded).toMatchObject({ chosen: [0, 2], budget: { total: 100, spent: 90, funded: [0, 2], steps: null } });
    expect(numbers([ranked, scored, funded])).toEqual([]);
  });

  it('of a small pool without quorum tells no project from another', () => {
    const [pool] = cast([6, [0, 1]], [4, [2]]);
    const question = ask('EQUAL_SHARES', { maxChoices: 3, budget: { total: 100, costs: [50, 50, 40, 0] } });
    expect(publish(result(question, [{ ...pool!, quorum: { kind: 'COUNT', count: 11 } }])))
      .toMatchObject({ outcome: 'NO_QUORUM', chosen: [], budget: { total: 100, spent: 0, funded: [], steps: null } });
  });

  it('of a count kept before there was any of it is what there was', () => {
    const { scores, ranked, budget, lots, parity, margins, ...kept } = result(ask('CHOOSE_ONE'), cast([12, [0]]));
    expect([scores, ranked, budget, lots, parity, margins.length]).toEqual([null, null, null, [], null, 1]);
    expect(publish(kept as ReturnType<typeof result>)).toMatchObject({ chosen: [0], scores: null, ranked: null, budget: null, lots: [], margins: [] });
  });
});

describe('a question', () => {
  it.each([
    ['two seats by runoff', ask('INSTANT_RUNOFF', { seats: 2 }), 'SEATS'], ['no seat', ask('SCOTTISH_STV', { seats: 0 }), 'SEATS'],
    ['half a seat', ask('SCOTTISH_STV', { seats: 1.5 }), 'SEATS'], ['a limit on one choice', ask('CHOOSE_ONE', { maxChoices: 2 }), 'MAX_CHOICES'],
    ['no money', ask('EQUAL_SHARES'), 'BUDGET'], ['money for officers', ask('APPROVAL', { budget: { total: 1, costs: [] } }), 'BUDGET'],
    ['a cost missing', ask('BUDGET_GREEDY', { budget: { total: 1, costs: [1] } }), 'BUDGET'],
    ['a cost below nothing', ask('BUDGET_GREEDY', { budget: { total: 1, costs: [1, -1, 0, 0] } }), 'BUDGET'],
  ] as const)('with %s cannot be counted', (_, question, fault) => {
    expect(questionFault(question)).toBe(fault);
    expect(() => result(question, cast([1, [0]]))).toThrow(RangeError);
  });

  it('about options is decided by all together', () => {
    expect(() => count(ask('SCOTTISH_STV'), 'EVERY_CONSTITUENCY', cast([1, [0]]))).toThrow(/together/);
  });
});
