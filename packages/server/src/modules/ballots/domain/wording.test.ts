import { describe, expect, it } from 'vitest';
import { MOST_OPTIONS } from './method-rules.ts';
import { PLAIN_MAJORITY, type Wording, faultsOf, word } from './wording.ts';

const text = (en: string) => [{ locale: 'en', text: en }];
const none = { kind: 'NONE', numerator: null, denominator: null, count: null } as const;
const good: Wording = {
  question: text('Shall we?'), description: [], method: 'YES_NO', secrecy: 'CONFIDENTIAL', maxChoices: null, seats: null, budgetTotal: null, binding: 'ADVISORY', bylaw: null, combine: 'EVERY_CONSTITUENCY',
  options: [], allowAbstain: true, constituencies: [{ constituency: 'PARENT', quorum: none, majority: null }], opensAt: null, closesAt: null,
};
const option = (en: string, cost: number | null = null) => ({ label: text(en), cost });
const choice: Wording = { ...good, method: 'CHOOSE_ONE', combine: 'TOGETHER', options: [option('Art'), option('Music')] };
const quorum = (rest: object) => [{ constituency: 'PARENT' as const, quorum: { ...none, ...rest }, majority: null }];
const majority = (rest: object) => [{ constituency: 'PARENT' as const, quorum: none, majority: { ...PLAIN_MAJORITY, ...rest } }];

describe('a wording', () => {
  it('without a fault', () => {
    expect([faultsOf(good), faultsOf(choice), faultsOf({ ...choice, method: 'APPROVAL', maxChoices: 2 })]).toEqual([[], [], []]);
  });

  it.each<[string, Wording, string, string]>([
    ['no question', { ...good, question: text(' ') }, 'question', 'REQUIRED'],
    ['a question as long as a page', { ...good, question: text('x'.repeat(301)) }, 'question', 'TOO_LONG'],
    ['a language twice', { ...good, question: [...text('a'), ...text('b')] }, 'question', 'REPEATED'],
    ['a language there is not', { ...good, description: [{ locale: 'English!', text: 'a' }] }, 'description', 'BAD_LOCALE'],
    ['options to a yes or no', { ...good, options: [option('Maybe')] }, 'options', 'NOT_FOR_METHOD'],
    ['one option', { ...choice, options: [option('Art')] }, 'options', 'TOO_FEW'],
    ['too many options', { ...choice, options: Array.from({ length: MOST_OPTIONS + 1 }, (_, n) => option(`Option ${n}`)) }, 'options', 'TOO_MANY'],
    ['an option twice', { ...choice, options: [option('Art'), option('art ')] }, 'options', 'REPEATED'],
    ['an option that says nothing', { ...choice, options: [option('Art'), option('')] }, 'options.1.label', 'REQUIRED'],
    ['a limit above the options', { ...choice, method: 'APPROVAL', maxChoices: 3 }, 'maxChoices', 'OUT_OF_RANGE'],
    ['a limit on a single choice', { ...choice, maxChoices: 2 }, 'maxChoices', 'NOT_FOR_METHOD'],
    ['a choice made apart', { ...choice, combine: 'EVERY_CONSTITUENCY' }, 'combine', 'NOT_FOR_METHOD'],
    ['a binding ballot under no bylaw', { ...good, binding: 'BINDING' }, 'bylaw', 'REQUIRED'],
    ['nobody asked', { ...good, constituencies: [] }, 'constituencies', 'REQUIRED'],
    ['a constituency twice', { ...good, constituencies: [...good.constituencies, ...good.constituencies] }, 'constituencies', 'REPEATED'],
    ['parents twice', { ...good, constituencies: [...good.constituencies, { constituency: 'EL_PARENT', quorum: none, majority: null }] }, 'constituencies', 'PARENT_TWICE'],
    ['a quorum above everybody', { ...good, constituencies: quorum({ kind: 'SHARE_OF_ROLL', numerator: 3, denominator: 2 }) }, 'constituencies.0.quorum', 'OUT_OF_RANGE'],
    ['a quorum of nobody', { ...good, constituencies: quorum({ kind: 'COUNT', count: 0 }) }, 'constituencies.0.quorum', 'OUT_OF_RANGE'],
    ['more than everybody', { ...good, constituencies: majority({ numerator: 1, denominator: 1 }) }, 'constituencies.0.majority', 'IMPOSSIBLE'],
    ['a share of nothing', { ...good, constituencies: majority({ numerator: 0 }) }, 'constituencies.0.majority', 'OUT_OF_RANGE'],
    ['a majority of a choice', { ...choice, constituencies: majority({}) }, 'constituencies.0.majority', 'NOT_FOR_METHOD'],
    ['a year too far', { ...good, closesAt: new Date('+020226-01-01T00:00:00Z') }, 'closesAt', 'OUT_OF_RANGE'],
    ['a close before the opening', { ...good, opensAt: new Date('2026-12-02'), closesAt: new Date('2026-12-01') }, 'closesAt', 'NOT_AFTER_OPENING'],
  ])('with %s', (_, wording, field, code) => { expect(faultsOf(wording)).toEqual([{ field, code }]); });

  it('counted together needs one majority', () => {
    const pools = [...majority({ numerator: 2, denominator: 3 }), { constituency: 'TEACHER' as const, quorum: none, majority: null }];
    expect(faultsOf({ ...good, constituencies: pools })).toEqual([]);
    expect(faultsOf({ ...good, combine: 'TOGETHER', constituencies: pools })).toEqual([{ field: 'constituencies.1.majority', code: 'MUST_BE_ALIKE' }]);
  });

  it('is kept trimmed, with the options and majority that its method implies', () => {
    expect(word({ ...good, question: [{ locale: 'en', text: ' Shall\u0000 we?\n' }, { locale: 'es', text: ' ' }] })).toMatchObject({
      question: { en: 'Shall we?' }, maxChoices: 1, options: [{ kind: 'YES' }, { kind: 'NO' }, { kind: 'ABSTAIN' }],
      constituencies: [{ majority: PLAIN_MAJORITY, quorum: { kind: 'NONE' } }],
    });
    expect(word({ ...choice, method: 'APPROVAL', allowAbstain: false })).toMatchObject({
      maxChoices: 2, options: [{ kind: 'CHOICE', label: { en: 'Art' } }, { kind: 'CHOICE' }], constituencies: [{ majority: null }],
    });
  });
});
