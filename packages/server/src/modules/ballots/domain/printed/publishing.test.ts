import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CONSTITUENCIES } from '../../../people/index.ts';
import { type PrintedFacts, publishPrinted } from './publishing.ts';

const pool = (constituency: PrintedFacts['constituency'], given: number, printed: number, ballots: number): PrintedFacts => ({ constituency, given, printed, ballots });
const told = (...pools: PrintedFacts[]) => {
  const { printed, constituencies } = publishPrinted(pools);
  return [printed, ...constituencies.values()];
};

it('is told where eleven or more voted by each way, and summed where every part is told', () => {
  expect(told(pool('PARENT', 15, 12, 25), pool('STUDENT', 11, 11, 22))).toEqual([23, 12, 11]);
  expect(told(pool('PARENT', 15, 12, 25), pool('STUDENT', 0, 0, 40))).toEqual([12, 12, 0]);
  expect(told(pool('PARENT', 0, 0, 25))).toEqual([0, 0]);
});

it.each([['few on paper', 12, 10, 40], ['none that came back', 3, 0, 40], ['few by phone', 40, 30, 40], ['nobody by phone', 40, 40, 40], ['few at all', 0, 0, 10]])('is withheld, with the sum, where there are %s', (_, given, printed, ballots) => {
  expect(told(pool('PARENT', given, printed, ballots), pool('STUDENT', 15, 12, 25))).toEqual([null, null, 12]);
});

const pools = fc.uniqueArray(fc.constantFrom(...CONSTITUENCIES), { minLength: 1 }).chain((names) => fc.tuple(...names.map((constituency) =>
  fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)).map(([printed, more, byPhone]) => pool(constituency, printed + more, printed, printed + byPhone)))));

it('never tells of fewer than eleven, itself or by what is left of all votes', () => {
  fc.assert(fc.property(pools, (facts) => {
    const { printed, constituencies } = publishPrinted(facts);
    const parts = [...facts.map((each) => ({ ...each, said: constituencies.get(each.constituency)! })),
      { given: facts.reduce((sum, { given }) => sum + given, 0), ballots: facts.reduce((sum, { ballots }) => sum + ballots, 0), said: printed }];
    for (const { said, given, ballots } of parts) if (said !== null && given > 0) expect(Math.min(said, ballots - said)).toBeGreaterThanOrEqual(11);
  }));
});

it('says the same whatever a withheld number is, so that nothing published gives it away', () => {
  fc.assert(fc.property(pools, fc.nat(10), (facts, other) => {
    const before = publishPrinted(facts);
    const changed = facts.map((each) => (before.constituencies.get(each.constituency) === null && each.given > 0
      ? { ...each, printed: Math.min(other, each.ballots) } : each));
    expect(publishPrinted(changed)).toEqual(before);
  }));
});
