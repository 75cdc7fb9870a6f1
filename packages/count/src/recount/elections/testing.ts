import fc from 'fast-check';
import type { OptionKind, Pile, Pool, Question } from '../../definition.ts';
import { anyMajority, anyPile, anyQuestion, anyQuorum } from '../../testing.ts';
import type { Election } from '../testing.ts';

/** Elections by every method there is, for property tests alone. */
const anyOptions = fc.record({ choices: fc.integer({ min: 2, max: 8 }), abstain: fc.boolean() })
  .map(({ choices, abstain }): OptionKind[] => [...Array.from({ length: choices }, (): OptionKind => 'CHOICE'), ...(abstain ? ['ABSTAIN' as const] : [])]);
const standing = (options: readonly OptionKind[]) => options.filter((kind) => kind !== 'ABSTAIN').length;

const anyOther: fc.Arbitrary<Question> = anyOptions.chain((options) => {
  const most = standing(options);
  const several = fc.integer({ min: 1, max: most });
  return fc.oneof(
    fc.record({ method: fc.constant('SCORE' as const), maxChoices: fc.constant(5), seats: several }),
    fc.record({ method: fc.constant('DOTS' as const), maxChoices: fc.integer({ min: 1, max: 9 }), seats: several }),
    fc.record({ method: fc.constant('APPROVAL' as const), maxChoices: several, seats: several }),
    fc.record({ method: fc.constant('INSTANT_RUNOFF' as const), maxChoices: several, seats: fc.constant(1) }),
    fc.record({ method: fc.constant('SCOTTISH_STV' as const), maxChoices: several, seats: several }),
    fc.record({
      method: fc.constantFrom('BUDGET_GREEDY' as const, 'EQUAL_SHARES' as const), maxChoices: several, seats: fc.constant(1),
      budget: fc.record({ total: fc.integer({ min: 0, max: 900 }), costs: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: most, maxLength: most }) }),
    }),
  ).map((rest): Question => ({
    budget: null, ...rest, options,
    ...('budget' in rest ? { budget: { total: rest.budget.total, costs: options.map((kind, n) => (kind === 'ABSTAIN' ? 0 : rest.budget.costs[n]!)) } } : {}),
  }));
});

function anyAnswer(question: Question): fc.Arbitrary<readonly number[]> {
  const { method, options, maxChoices } = question;
  const most = standing(options);
  const abstention = options.map((kind) => (kind === 'ABSTAIN' ? 1 : 0));
  const withAbstain = (list: readonly number[]) => options.map((kind, n) => (kind === 'ABSTAIN' ? 0 : list[n]!));
  if (method === 'SCORE') return fc.oneof({ weight: 4, arbitrary: fc.array(fc.nat(maxChoices), { minLength: most, maxLength: most }).map(withAbstain) }, fc.constant(most < options.length ? abstention : options.map(() => 0)));
  if (method === 'DOTS') {
    return fc.array(fc.nat(most - 1), { minLength: 1, maxLength: maxChoices }).map((dots) => withAbstain(options.map((_, n) => dots.filter((dot) => dot === n).length)));
  }
  return fc.uniqueArray(fc.nat(most - 1), { minLength: 1, maxLength: maxChoices });
}

function anyPileOf(question: Question): fc.Arbitrary<Pile> {
  return fc.record({ choices: anyAnswer(question), papers: fc.integer({ min: 0, max: 12 }) });
}

export const anyBallot: fc.Arbitrary<Election> = fc.oneof({ weight: 1, arbitrary: anyQuestion }, { weight: 2, arbitrary: anyOther }).chain((question) => fc.record({
  question: fc.constant(question),
  combine: question.method === 'YES_NO' ? fc.constantFrom('TOGETHER' as const, 'EVERY_CONSTITUENCY' as const) : fc.constant('TOGETHER' as const),
  majority: anyMajority,
  pools: fc.uniqueArray(
    fc.record({
      constituency: fc.constantFrom('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'COMMUNITY'),
      quorum: anyQuorum, absent: fc.integer({ min: 0, max: 40 }),
      piles: fc.array(question.method === 'YES_NO' || question.method === 'CHOOSE_ONE' ? anyPile(question) : anyPileOf(question), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 3, selector: ({ constituency }) => constituency },
  ),
})).map(({ question, combine, majority, pools }) => ({
  question,
  combine,
  pools: pools.map(({ absent, ...pool }): Pool => ({
    ...pool, roll: absent + pool.piles.reduce((sum, { papers }) => sum + papers, 0), majority: question.method === 'YES_NO' ? majority : null,
  })),
}));
