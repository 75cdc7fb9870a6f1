import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesFault } from './choices.ts';
import type { OptionKind, Question } from './definition.ts';
import { anyChoices, anyQuestion } from './testing.ts';

const ask = (method: Question['method'], maxChoices: number, options: readonly OptionKind[] = ['CHOICE', 'CHOICE', 'CHOICE', 'ABSTAIN']): Question =>
  ({ method, options, maxChoices, seats: 1, budget: null });

describe('a paper', () => {
  it.each([
    ['scores', ask('SCORE', 5), [5, 0, 3, 0], null],
    ['scores nobody', ask('SCORE', 5), [0, 0, 0, 0], null],
    ['scores too high', ask('SCORE', 5), [6, 0, 0, 0], 'OUT_OF_RANGE'],
    ['scores below nothing', ask('SCORE', 5), [-1, 0, 0, 0], 'OUT_OF_RANGE'],
    ['scores half a point', ask('SCORE', 5), [0.5, 0, 0, 0], 'OUT_OF_RANGE'],
    ['leaves an option out', ask('SCORE', 5), [5, 0, 3], 'TOO_FEW'],
    ['scores what is not there', ask('SCORE', 5), [5, 0, 3, 0, 1], 'UNKNOWN_OPTION'],
    ['abstains from scoring', ask('SCORE', 5), [0, 0, 0, 1], null],
    ['abstains twice', ask('SCORE', 5), [0, 0, 0, 2], 'OUT_OF_RANGE'],
    ['abstains and scores', ask('SCORE', 5), [1, 0, 0, 1], 'ABSTAIN_IS_ALONE'],
    ['puts all dots on one', ask('DOTS', 4), [4, 0, 0, 0], null],
    ['puts one dot too many', ask('DOTS', 4), [2, 2, 1, 0], 'TOO_MANY'],
    ['puts no dot', ask('DOTS', 4), [0, 0, 0, 0], 'TOO_FEW'],
    ['puts dots and abstains', ask('DOTS', 4), [1, 0, 0, 1], 'ABSTAIN_IS_ALONE'],
    ['ranks some', ask('SCOTTISH_STV', 3), [2, 0], null],
    ['ranks one twice', ask('SCOTTISH_STV', 3), [2, 0, 2], 'REPEATED'],
    ['ranks more than allowed', ask('INSTANT_RUNOFF', 2), [2, 0, 1], 'TOO_MANY'],
    ['ranks an abstention', ask('INSTANT_RUNOFF', 3), [2, 3], 'ABSTAIN_IS_ALONE'],
    ['approves projects', ask('EQUAL_SHARES', 3), [0, 1, 2], null],
    ['approves too many', ask('BUDGET_GREEDY', 2), [0, 1, 2], 'TOO_MANY'],
    ['chooses two of one', ask('CHOOSE_ONE', 1), [0, 1], 'TOO_MANY'],
  ] as const)('that %s', (_, question, choices, fault) => { expect(choicesFault(question, choices)).toBe(fault); });

  it('of a long ranking is looked through too', () => {
    const many = ask('SCOTTISH_STV', 60, Array.from({ length: 60 }, () => 'CHOICE'));
    const all = Array.from({ length: 60 }, (_, n) => n);
    expect([choicesFault(many, all), choicesFault(many, [...all.slice(1), 5]), choicesFault(many, [...all, 0])]).toEqual([null, 'REPEATED', 'REPEATED']);
  });

  it('that answers is accepted, and accepted dots are never more than there are', () => {
    fc.assert(fc.property(anyQuestion.chain((question) => fc.tuple(fc.constant(question), anyChoices(question))), ([question, choices]) => {
      expect(choicesFault(question, choices)).toBeNull();
    }));
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)), (most, dots) => {
      const sum = dots.reduce((all, each) => all + each, 0);
      expect(choicesFault(ask('DOTS', most), [...dots, 0]) === null).toBe(sum >= 1 && sum <= most);
    }));
  });
});
