import { type Method, type Question, choicesFault, isGraded, isRanked } from '@plenary/count';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, paperOf } from './paper.ts';

const METHODS = ['YES_NO', 'CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'INSTANT_RUNOFF', 'SCOTTISH_STV', 'BUDGET_GREEDY', 'EQUAL_SHARES'] as const satisfies readonly Method[];
const IDS = ['a', 'b', 'c', 'x'];
const positions = new Map(IDS.map((id, position) => [id, position]));
const question = (method: Method, maxChoices = 3): Question => ({
  method, options: ['CHOICE', 'CHOICE', 'CHOICE', 'ABSTAIN'], maxChoices, seats: 1, budget: null,
});
const read = (method: Method, answer: Answer, maxChoices?: number) => paperOf(question(method, maxChoices), positions, answer);
const scored = (scores: Record<string, number>) => Object.entries(scores).map(([optionId, score]) => ({ optionId, score }));

describe('a paper', () => {
  it('keeps the voter\'s order only where the order counts', () => {
    expect(read('INSTANT_RUNOFF', { optionIds: ['c', 'A', 'b'] })).toEqual({ ok: true, choices: [2, 0, 1] });
    expect(read('SCOTTISH_STV', { optionIds: ['b', 'a'] })).toEqual({ ok: true, choices: [1, 0] });
    expect(read('APPROVAL', { optionIds: ['c', 'a'] })).toEqual({ ok: true, choices: [0, 2] });
    expect(read('EQUAL_SHARES', { optionIds: ['c', 'a'] })).toEqual({ ok: true, choices: [0, 2] });
  });

  it('has a number for each option where each is given one', () => {
    expect(read('SCORE', { optionIds: [], scores: scored({ c: 5, a: 0 }) }, 5)).toEqual({ ok: true, choices: [0, 0, 5, 0] });
    expect(read('DOTS', { optionIds: [], scores: scored({ b: 2, a: 1 }) })).toEqual({ ok: true, choices: [1, 2, 0, 0] });
    expect(read('DOTS', { optionIds: ['x'] })).toEqual({ ok: true, choices: [0, 0, 0, 1] });
  });

  it.each<[Method, Answer, keyof Answer]>([
    ['SCORE', { optionIds: [] }, 'scores'],
    ['SCORE', { optionIds: ['a'], scores: scored({ a: 1 }) }, 'optionIds'],
    ['SCORE', { optionIds: ['x', 'x'] }, 'optionIds'],
    ['SCORE', { optionIds: ['x'], scores: scored({ a: 0 }) }, 'scores'],
    ['SCORE', { optionIds: [], scores: [...scored({ a: 1 }), ...scored({ A: 2 })] }, 'scores'],
    ['SCORE', { optionIds: [], scores: scored({ x: 1 }) }, 'scores'],
    ['SCORE', { optionIds: [], scores: scored({ a: 9 }) }, 'scores'],
    ['SCORE', { optionIds: [], scores: scored({ a: -1 }) }, 'scores'],
    ['DOTS', { optionIds: [], scores: scored({ a: 2, b: 2 }) }, 'scores'],
    ['DOTS', { optionIds: [], scores: scored({ nobody: 1 }) }, 'scores'],
    ['APPROVAL', { optionIds: ['a'], scores: scored({ a: 1 }) }, 'scores'],
    ['INSTANT_RUNOFF', { optionIds: ['a', 'a'] }, 'optionIds'],
    ['INSTANT_RUNOFF', { optionIds: ['a', 'x'] }, 'optionIds'],
    ['SCOTTISH_STV', { optionIds: [] }, 'optionIds'],
    ['APPROVAL', { optionIds: Array.from({ length: 100_000 }, () => 'a') }, 'optionIds'],
    ['SCORE', { optionIds: [], scores: Array.from({ length: 100_000 }, () => ({ optionId: 'a', score: 1 })) }, 'scores'],
  ])('%s does not take %#', (method, answer, about) => { expect(read(method, answer)).toEqual({ ok: false, about }); });

  it('that is taken answers its question, and says the same however its parts were ordered', () => {
    const id = fc.constantFrom(...IDS, 'nobody');
    const answers: fc.Arbitrary<Answer> = fc.record({
      optionIds: fc.array(id, { maxLength: 4 }),
      scores: fc.option(fc.array(fc.record({ optionId: id, score: fc.integer({ min: -1, max: 6 }) }), { maxLength: 4 })),
    });
    fc.assert(fc.property(fc.constantFrom(...METHODS), answers, (method, answer) => {
      const paper = read(method, answer);
      if (!paper.ok) return;
      expect(choicesFault(question(method), paper.choices)).toBeNull();
      if (isGraded(method)) expect(paper.choices).toHaveLength(IDS.length);
      if (isRanked(method)) return;
      expect(read(method, { optionIds: answer.optionIds.toReversed(), scores: answer.scores?.toReversed() ?? null })).toEqual(paper);
    }), { numRuns: 1000 });
  });
});
