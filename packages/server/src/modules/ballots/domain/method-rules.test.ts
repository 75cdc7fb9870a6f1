import { type Method, questionFault } from '@plenary/count';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_BUDGET, MOST_DOTS, MOST_OPTIONS, type MethodWording, TOP_SCORE, USUAL_DOTS, methodFaults, mostOf } from './method-rules.ts';

const METHODS = ['YES_NO', 'CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'INSTANT_RUNOFF', 'SCOTTISH_STV', 'BUDGET_GREEDY', 'EQUAL_SHARES'] as const satisfies readonly Method[];
const BUDGETS: readonly Method[] = ['BUDGET_GREEDY', 'EQUAL_SHARES'];

const of = (method: Method, rest: Partial<MethodWording> = {}): MethodWording => ({
  method, maxChoices: null, seats: null, budgetTotal: BUDGETS.includes(method) ? 1000 : null,
  options: method === 'YES_NO' ? [] : [1, 2, 3].map(() => ({ cost: BUDGETS.includes(method) ? 400 : null })), ...rest,
});

describe('each method', () => {
  it.each(METHODS)('%s is complete with nothing but its options, and for budgets their costs and the total', (method) => {
    expect(methodFaults(of(method))).toEqual([]);
  });

  it.each<[Method, Partial<MethodWording>, string, string]>([
    ['YES_NO', { options: [{ cost: null }] }, 'options', 'NOT_FOR_METHOD'],
    ['YES_NO', { maxChoices: 2 }, 'maxChoices', 'NOT_FOR_METHOD'],
    ['YES_NO', { seats: 2 }, 'seats', 'NOT_FOR_METHOD'],
    ['YES_NO', { budgetTotal: 5 }, 'budgetTotal', 'NOT_FOR_METHOD'],
    ['CHOOSE_ONE', { maxChoices: 2 }, 'maxChoices', 'NOT_FOR_METHOD'],
    ['CHOOSE_ONE', { seats: 2, maxChoices: 2 }, 'maxChoices', 'NOT_FOR_METHOD'],
    ['CHOOSE_ONE', { seats: 4 }, 'seats', 'OUT_OF_RANGE'],
    ['APPROVAL', { maxChoices: 4 }, 'maxChoices', 'OUT_OF_RANGE'],
    ['APPROVAL', { seats: 0 }, 'seats', 'OUT_OF_RANGE'],
    ['SCORE', { maxChoices: 10 }, 'maxChoices', 'NOT_FOR_METHOD'],
    ['DOTS', { maxChoices: MOST_DOTS + 1 }, 'maxChoices', 'OUT_OF_RANGE'],
    ['DOTS', { maxChoices: 0 }, 'maxChoices', 'OUT_OF_RANGE'],
    ['INSTANT_RUNOFF', { seats: 2 }, 'seats', 'NOT_FOR_METHOD'],
    ['INSTANT_RUNOFF', { maxChoices: 4 }, 'maxChoices', 'OUT_OF_RANGE'],
    ['SCOTTISH_STV', { seats: 4 }, 'seats', 'OUT_OF_RANGE'],
    ['SCOTTISH_STV', { options: Array.from({ length: MOST_OPTIONS + 1 }, () => ({ cost: null })) }, 'options', 'TOO_MANY'],
    ['SCOTTISH_STV', { options: [{ cost: null }] }, 'options', 'TOO_FEW'],
    ['CHOOSE_ONE', { options: [{ cost: 5 }, { cost: null }] }, 'options.0.cost', 'NOT_FOR_METHOD'],
    ['BUDGET_GREEDY', { budgetTotal: null }, 'budgetTotal', 'REQUIRED'],
    ['EQUAL_SHARES', { budgetTotal: LARGEST_BUDGET + 1 }, 'budgetTotal', 'OUT_OF_RANGE'],
    ['EQUAL_SHARES', { seats: 3 }, 'seats', 'NOT_FOR_METHOD'],
    ['BUDGET_GREEDY', { options: [{ cost: 400 }, { cost: null }] }, 'options.1.cost', 'REQUIRED'],
    ['BUDGET_GREEDY', { options: [{ cost: 400 }, { cost: 0 }] }, 'options.1.cost', 'OUT_OF_RANGE'],
    ['EQUAL_SHARES', { options: [{ cost: 1001 }, { cost: 1000 }] }, 'options.0.cost', 'OVER_BUDGET'],
  ])('%s with %j', (method, rest, field, code) => { expect(methodFaults(of(method, rest))).toEqual([{ field, code }]); });

  const number = fc.option(fc.oneof(fc.integer({ min: -1, max: 8 }), fc.integer()));
  const anything: fc.Arbitrary<MethodWording> = fc.record({
    method: fc.constantFrom(...METHODS), maxChoices: number, seats: number, budgetTotal: number, options: fc.array(fc.record({ cost: number }), { maxLength: 6 }),
  });

  it('names each field once, whatever was put in', () => {
    fc.assert(fc.property(anything, (wording) => {
      const fields = methodFaults(wording).map(({ field }) => field);
      expect(new Set(fields).size).toBe(fields.length);
    }));
  });

  it('lets through only what its count can make sense of', () => {
    const sound = fc.record({
      method: fc.constantFrom(...METHODS), options: fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { maxLength: 5 }),
      maxChoices: fc.option(fc.integer({ min: 1, max: 6 })), seats: fc.option(fc.integer({ min: 1, max: 6 })), budgetTotal: fc.option(fc.integer({ min: 1, max: 20 })),
    }).map((each): MethodWording => ({ ...each, options: each.options.map((cost) => ({ cost })) }))
      .filter((wording) => methodFaults(wording).length === 0);
    fc.assert(fc.property(sound, (wording) => {
      const { method, options, budgetTotal } = wording;
      const [maxChoices, seats, offered] = [mostOf(wording), wording.seats ?? 1, Math.max(1, options.length)];
      expect(questionFault({
        method, maxChoices, seats, options: options.map(() => 'CHOICE'),
        budget: budgetTotal === null ? null : { total: budgetTotal, costs: options.map(({ cost }) => cost!) },
      })).toBeNull();
      expect(seats).toBeLessThanOrEqual(offered);
      expect(options.every(({ cost }) => (cost !== null) === BUDGETS.includes(method))).toBe(true);
      if (method !== 'DOTS' && method !== 'SCORE') expect(maxChoices).toBeLessThanOrEqual(offered);
    }), { numRuns: 300 });
  });

  it('means its own by the limit that a wording leaves out', () => {
    expect(METHODS.map((method) => mostOf(of(method)))).toEqual([1, 1, 3, TOP_SCORE, USUAL_DOTS, 3, 3, 3, 3]);
    expect(mostOf(of('CHOOSE_ONE', { seats: 2 }))).toBe(1);
  });
});
