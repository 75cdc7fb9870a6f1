import { choicesFault, isGraded, type OptionKind, type Question } from '@plenary/count';
import { decodeChoices, encodeChoices } from '@plenary/count/secret';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chosen, choicesOf, chosenOf, costOf, dotsLeft, grade, isEmpty, move, NOTHING, pick } from './chosen.ts';

const METHODS = ['YES_NO', 'CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'INSTANT_RUNOFF', 'SCOTTISH_STV', 'BUDGET_GREEDY', 'EQUAL_SHARES'] as const;

const questions = fc.record({ method: fc.constantFrom(...METHODS), size: fc.integer({ min: 2, max: 60 }), abstain: fc.boolean(), most: fc.integer({ min: 1, max: 10 }) })
  .map(({ method, size, abstain, most }): Question => {
    const options: OptionKind[] = [...Array.from({ length: method === 'YES_NO' ? 0 : size }, () => 'CHOICE' as const), ...(method === 'YES_NO' ? (['YES', 'NO'] as const) : []), ...(abstain ? (['ABSTAIN'] as const) : [])];
    const budget = method === 'BUDGET_GREEDY' || method === 'EQUAL_SHARES' ? { total: 1000, costs: options.map((_, position) => 10 * position) } : null;
    return { method, options, maxChoices: method === 'SCORE' ? 5 : method === 'YES_NO' || method === 'CHOOSE_ONE' ? 1 : Math.min(most, options.length), seats: 1, budget };
  });

type Press = readonly [act: 'pick' | 'drop' | 'up' | 'down' | 'grade', at: number, value: number];
const presses = fc.array(fc.tuple(fc.constantFrom('pick', 'drop', 'up', 'down', 'grade'), fc.nat(61), fc.nat(9)) as fc.Arbitrary<Press>, { maxLength: 80 });

/** What a form does, each with the limits it holds by itself: no more ranks, scores or dots than there are. */
function press(question: Question, chosen: Chosen, [act, at, value]: Press): Chosen {
  const position = at % question.options.length;
  const abstains = question.options[position] === 'ABSTAIN';
  if (act === 'up' || act === 'down') return move(chosen, position, act === 'up' ? -1 : 1);
  if (isGraded(question.method) && !abstains) {
    const room = question.method === 'SCORE' ? 5 : dotsLeft(question, chosen) + (chosen.grades[position] ?? 0);
    return grade(chosen, position, Math.min(value, room));
  }
  const full = !abstains && chosen.picked.length >= question.maxChoices && question.maxChoices > 1 && !chosen.picked.some((each) => question.options[each] === 'ABSTAIN');
  if (act === 'drop') return pick(question, chosen, position, false);
  if (full || (question.maxChoices === 1 && !['YES_NO', 'CHOOSE_ONE'].includes(question.method) && chosen.picked.length > 0 && !abstains && question.options[chosen.picked[0]!] !== 'ABSTAIN')) return chosen;
  return pick(question, chosen, position, true);
}

describe('what a form makes of any presses', () => {
  it('answers its question, in the bytes the box takes, or is empty and says so', () => {
    fc.assert(fc.property(questions, presses, (question, all) => {
      const chosen = all.reduce((sofar, each) => press(question, sofar, each), NOTHING);
      const choices = choicesOf(question, chosen);
      if (isEmpty(question, chosen)) {
        expect(choicesFault(question, choices)).toBe(question.method === 'SCORE' ? null : 'TOO_FEW');
        return;
      }
      expect(choicesFault(question, choices)).toBeNull();
      expect(decodeChoices(question, encodeChoices(choices))).toEqual({ ok: true, choices });
      expect(choicesOf(question, chosenOf(question, choices))).toEqual(choices);
    }), { numRuns: 500 });
  });
});

describe('a paper', () => {
  const question = (method: Question['method'], more: Partial<Question> = {}): Question =>
    ({ method, options: ['CHOICE', 'CHOICE', 'CHOICE', 'ABSTAIN'], maxChoices: 3, seats: 1, budget: null, ...more });
  const picked = (of: Question, ...positions: number[]) => positions.reduce((chosen, position) => pick(of, chosen, position, true), NOTHING);

  it('of a set ascends, of a ranking keeps the order of the presses', () => {
    expect(choicesOf(question('APPROVAL'), picked(question('APPROVAL'), 2, 0))).toEqual([0, 2]);
    expect(choicesOf(question('SCOTTISH_STV'), picked(question('SCOTTISH_STV'), 2, 0))).toEqual([2, 0]);
  });

  it('with one answer changes it', () => {
    expect(picked(question('CHOOSE_ONE', { maxChoices: 1 }), 2, 0).picked).toEqual([0]);
  });

  it('that abstains says nothing else, and the reverse', () => {
    expect(picked(question('APPROVAL'), 0, 1, 3).picked).toEqual([3]);
    expect(picked(question('APPROVAL'), 3, 1).picked).toEqual([1]);
    expect(choicesOf(question('SCORE'), pick(question('SCORE'), grade(NOTHING, 0, 4), 3, true))).toEqual([0, 0, 0, 1]);
    expect(choicesOf(question('SCORE'), grade(pick(question('SCORE'), NOTHING, 3, true), 1, 2))).toEqual([0, 2, 0, 0]);
  });

  it('is ranked anew by moving, and not past its ends', () => {
    const ranked = picked(question('SCOTTISH_STV'), 0, 1, 2);
    expect(move(ranked, 2, -1).picked).toEqual([0, 2, 1]);
    expect(move(ranked, 0, 1).picked).toEqual([1, 0, 2]);
    expect(move(ranked, 0, -1).picked).toEqual([0, 1, 2]);
    expect(move(ranked, 2, 1).picked).toEqual([0, 1, 2]);
    expect(move(ranked, 3, 1).picked).toEqual([0, 1, 2]);
  });

  it('counts dots and money', () => {
    const dots = question('DOTS', { maxChoices: 5 });
    expect(dotsLeft(dots, grade(grade(NOTHING, 0, 2), 1, 1))).toBe(2);
    expect(isEmpty(dots, grade(NOTHING, 0, 0))).toBe(true);
    expect(isEmpty(question('SCORE'), grade(NOTHING, 0, 0))).toBe(false);
    const budget = question('EQUAL_SHARES', { budget: { total: 100, costs: [10, 20, 30, 0] } });
    expect(costOf(budget, picked(budget, 0, 2))).toBe(40);
  });
});
