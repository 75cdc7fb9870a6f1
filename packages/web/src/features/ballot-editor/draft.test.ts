import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotInput, EditedBallotFragment } from '../../gql/graphql.ts';
import { type Draft, emptyDraft, fromBallot, missingIn, newConstituency, newOption, stepOf, timesFault, toInput } from './draft.ts';
import { METHOD_GROUPS } from './methods.ts';
import { isOutOfReach, MAJORITIES, presetOf, quorumToday, shareWords } from './rules.ts';

const LA = 'America/Los_Angeles';
const NOW = '2026-11-23T17:00:00.000Z';
const empty = () => emptyDraft(NOW, LA);

/** The ballot a server would make of an input. */
const saved = (input: BallotInput) =>
  ({
    ...input, id: 'b', version: 2, state: 'DRAFT', missingLocales: [], seats: input.seats ?? 1,
    maxChoices: input.maxChoices ?? (input.method === 'SCORE' ? 5 : input.method === 'YES_NO' || input.method === 'CHOOSE_ONE' ? 1 : input.options.length),
    options: [...input.options.map((option, i) => ({ id: `o${i}`, kind: 'CHOICE', ...option })), ...(input.allowAbstain ? [{ id: 'a', kind: 'ABSTAIN', label: [] }] : [])],
  }) as unknown as EditedBallotFragment;

describe('a ballot in the form', () => {
  it('comes back from the server as it was sent', () => {
    const texts = fc.dictionary(fc.constantFrom('en', 'es', 'hy'), fc.constantFrom('¿Sí?', 'Yes?', 'A b'), { minKeys: 1 });
    const drafts: fc.Arbitrary<Draft> = fc.record({
      question: texts, description: texts, method: fc.constantFrom(...Object.values(METHOD_GROUPS).flat()), secrecy: fc.constantFrom('SECRET', 'CONFIDENTIAL'),
      options: fc.array(fc.tuple(texts, fc.integer({ min: 1, max: 900 })).map(([label, cost]) => newOption(label, cost)), { minLength: 2, maxLength: 5 }),
      limited: fc.boolean(), maxChoices: fc.integer({ min: 1, max: 1 }), dots: fc.integer({ min: 1, max: 9 }), seats: fc.integer({ min: 1, max: 2 }), budgetTotal: fc.integer({ min: 1, max: 900 }), allowAbstain: fc.boolean(),
      constituencies: fc.uniqueArray(fc.constantFrom('PARENT', 'TEACHER', 'STUDENT'), { minLength: 1 }).chain(names =>
        fc.tuple(...names.map(name => fc.record({ majority: fc.constantFrom(...Object.values(MAJORITIES)), quorum: fc.constantFrom({ kind: 'NONE' as const, numerator: 1, denominator: 4, count: 25 }, { kind: 'COUNT' as const, numerator: 1, denominator: 4, count: 7 }, { kind: 'SHARE_OF_ROLL' as const, numerator: 2, denominator: 5, count: 25 }) }).map(rules => ({ ...newConstituency(name), ...rules })))),
      ),
      combine: fc.constantFrom('TOGETHER', 'EVERY_CONSTITUENCY'), binding: fc.constantFrom('ADVISORY', 'BINDING'), bylaw: fc.constantFrom('', 'Article 4'),
      opens: fc.constantFrom('BY_HAND', 'AT'), opensAt: fc.constant({ date: '2026-12-01', time: '08:00' }), closesAt: fc.constant({ date: '2026-12-08', time: '20:00' }),
    });
    fc.assert(fc.property(drafts, draft => {
      const input = toInput(draft, 'e', LA);
      expect(toInput(fromBallot(saved(input), NOW, LA), 'e', LA)).toEqual(input);
    }));
  });

  it('starts as something that can be saved once the question is written', () => {
    expect(toInput({ ...empty(), question: { en: ' Shall we? ', es: '  ' } }, 'e', LA)).toMatchObject({
      question: [{ locale: 'en', text: 'Shall we?' }], method: 'YES_NO', options: [], constituencies: [{ constituency: 'PARENT' }], combine: 'TOGETHER', opensAt: null, closesAt: '2026-12-02T04:00:00.000Z',
    });
  });

  it('keeps options that were typed while another method is tried', () => {
    const typed: Draft = { ...empty(), method: 'CHOOSE_ONE', options: [newOption({ en: 'Blue' }), newOption({ en: 'Red' })] };
    const back = { ...{ ...typed, method: 'YES_NO' as const }, method: 'CHOOSE_ONE' as const };
    expect(toInput(back, 'e', LA).options).toEqual([{ label: [{ locale: 'en', text: 'Blue' }], cost: null }, { label: [{ locale: 'en', text: 'Red' }], cost: null }]);
  });

  it('sends costs, money, dots and seats only to the methods that know them', () => {
    const typed: Draft = { ...empty(), options: [newOption({ en: 'A' }, 300), newOption({ en: 'B' })], seats: 3, dots: 7, budgetTotal: 500, limited: true, maxChoices: 1 };
    const sent = (method: Draft['method']) => {
      const { maxChoices, seats, budgetTotal, options } = toInput({ ...typed, method }, 'e', LA);
      return [maxChoices, seats, budgetTotal, options.map(({ cost }) => cost)];
    };
    expect(sent('SCOTTISH_STV')).toEqual([1, 3, null, [null, null]]);
    expect(sent('INSTANT_RUNOFF')).toEqual([1, null, null, [null, null]]);
    expect(sent('SCORE')).toEqual([null, 3, null, [null, null]]);
    expect(sent('DOTS')).toEqual([7, 3, null, [null, null]]);
    expect(sent('EQUAL_SHARES')).toEqual([1, null, 500, [300, null]]);
    expect(sent('YES_NO')).toEqual([null, null, null, []]);
  });

  it('misses a language until question, description and every option are said in it', () => {
    const draft: Draft = { ...empty(), method: 'CHOOSE_ONE', question: { en: 'Q', es: 'P' }, options: [newOption({ en: 'A', es: 'A' }), newOption({ en: 'B' })] };
    expect(missingIn(draft, ['en', 'es'])).toEqual(['es']);
    expect(missingIn({ ...draft, method: 'YES_NO' }, ['en', 'es'])).toEqual([]);
    expect(missingIn({ ...draft, method: 'YES_NO', description: { en: 'Why' } }, ['en', 'es'])).toEqual(['es']);
  });

  it('finds the part of the form that a fault is about', () => {
    expect(['question', 'options.1.label', 'options.1.cost', 'maxChoices', 'seats', 'budgetTotal', 'secrecy', 'constituencies.0.quorum', 'bylaw', 'combine', 'closesAt'].map(stepOf))
      .toEqual(['question', 'answers', 'answers', 'answers', 'answers', 'answers', 'voters', 'voters', 'voters', 'voters', 'times']);
  });
});

describe('times', () => {
  const at = (date: string, time = '08:00') => ({ date, time });
  it('are complete only when voting could still open and close by them', () => {
    const faults = (part: Partial<Draft>) => timesFault({ ...empty(), ...part }, NOW, LA);
    expect(faults({})).toBeNull();
    expect(faults({ closesAt: at('') })).toBe('NO_CLOSING');
    expect(faults({ closesAt: at('2026-11-22') })).toBe('CLOSED_BY_NOW');
    // 17:00 UTC is nine in the morning there.
    expect(faults({ closesAt: at('2026-11-23', '09:00') })).toBe('CLOSED_BY_NOW');
    expect(faults({ closesAt: at('2026-11-23', '09:01') })).toBeNull();
    expect(faults({ opens: 'AT', opensAt: at('2026-12-09'), closesAt: at('2026-12-08') })).toBe('NOT_AFTER_OPENING');
    expect(faults({ opens: 'AT', opensAt: at('2026-11-22') })).toBe('OPENED_BY_NOW');
    // Opened by hand, the day that is kept for another choice does not matter.
    expect(faults({ opens: 'BY_HAND', opensAt: at('2026-11-22') })).toBeNull();
  });
});

describe('a quorum', () => {
  it('is out of reach when it counts more people than there are', () => {
    const count = (count: number) => ({ kind: 'COUNT', numerator: 1, denominator: 4, count }) as const;
    expect([count(24), count(25), count(26)].map(quorum => isOutOfReach(quorum, 25))).toEqual([false, false, true]);
    // A share grows with the roll, and what is kept for another choice does not count.
    expect(isOutOfReach({ kind: 'SHARE_OF_ROLL', numerator: 1, denominator: 1, count: 99 }, 25)).toBe(false);
    expect(isOutOfReach({ kind: 'NONE', numerator: 1, denominator: 4, count: 99 }, 25)).toBe(false);
  });
});

describe('rules in words', () => {
  it('know the majorities bylaws name, however the fraction is written', () => {
    expect(presetOf({ numerator: 4, denominator: 6, base: 'CAST', atLeast: true })).toBe('TWO_THIRDS');
    expect(presetOf({ numerator: 1, denominator: 2, base: 'CAST', atLeast: true })).toBe('OTHER');
    expect(presetOf(MAJORITIES.HALF_OF_ROLL)).toBe('HALF_OF_ROLL');
  });

  it('say a share as a percentage only when that is exact', () => {
    expect([shareWords(1, 4, 'en'), shareWords(1, 3, 'en'), shareWords(1, 8, 'en')]).toEqual(['25%', '1/3', '12.5%']);
  });

  it('count today’s quorum upwards: a person is whole', () => {
    const share = { kind: 'SHARE_OF_ROLL' as const, numerator: 1, denominator: 4, count: 0 };
    expect([quorumToday(share, 101), quorumToday(share, 100), quorumToday({ ...share, kind: 'NONE' }, 10)]).toEqual([26, 25, null]);
  });
});
