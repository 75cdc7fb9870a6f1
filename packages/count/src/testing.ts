import fc from 'fast-check';
import { type MajorityRule, type Method, type OptionKind, type Pile, type Pool, type Question, type QuorumRule, isBudget, isGraded } from './definition.ts';

/** Arbitraries for property tests; imported by tests alone. */
export const yesNo: Question = { method: 'YES_NO', options: ['YES', 'NO', 'ABSTAIN'], maxChoices: 1, seats: 1, budget: null };

export const anyShare = fc.integer({ min: 1, max: 60 })
  .chain((denominator) => fc.record({ numerator: fc.integer({ min: 1, max: denominator }), denominator: fc.constant(denominator) }));

export const anyMajority: fc.Arbitrary<MajorityRule> = fc.record({
  share: anyShare, base: fc.constantFrom('CAST' as const, 'PRESENT' as const, 'ROLL' as const), atLeast: fc.boolean(),
}).map(({ share, ...rest }) => ({ ...share, ...rest }));

export const anyQuorum: fc.Arbitrary<QuorumRule> = fc.oneof(
  fc.constant({ kind: 'NONE' } as const),
  fc.record({ kind: fc.constant('COUNT' as const), count: fc.integer({ min: 1, max: 60 }) }),
  anyShare.map((share) => ({ kind: 'SHARE_OF_ROLL' as const, ...share })),
);

const choices = (many: number, abstain: boolean): OptionKind[] =>
  [...Array.from({ length: many }, (): OptionKind => 'CHOICE'), ...(abstain ? ['ABSTAIN' as const] : [])];

/** A question of every method. */
export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.constant(yesNo),
  fc.constant<Question>({ ...yesNo, options: ['YES', 'NO'] }),
  fc.record({
    method: fc.constantFrom<Method[]>('CHOOSE_ONE', 'APPROVAL', 'SCORE', 'DOTS', 'INSTANT_RUNOFF', 'SCOTTISH_STV', 'BUDGET_GREEDY', 'EQUAL_SHARES'),
    many: fc.integer({ min: 2, max: 6 }), abstain: fc.boolean(), limit: fc.integer({ min: 1, max: 6 }), seats: fc.integer({ min: 1, max: 3 }),
    total: fc.nat(60), costs: fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }),
  }).map(({ method, many, abstain, limit, seats, total, costs }): Question => ({
    method,
    options: choices(many, abstain),
    maxChoices: method === 'CHOOSE_ONE' ? 1 : isGraded(method) ? limit : Math.min(limit, many),
    seats: method === 'INSTANT_RUNOFF' || isBudget(method) ? 1 : seats,
    budget: isBudget(method) ? { total, costs: [...costs.slice(0, many), ...(abstain ? [0] : [])] } : null,
  })),
);

/** A paper that answers the question. */
export function anyChoices(question: Question): fc.Arbitrary<number[]> {
  const { method, options, maxChoices } = question;
  const votes = options.flatMap((kind, position) => (kind === 'ABSTAIN' ? [] : [position]));
  const abstain = options.indexOf('ABSTAIN');
  const slots = (of: readonly number[]) => options.map((_, position) => of[votes.indexOf(position)] ?? 0);
  const chosen = method === 'SCORE' ? fc.tuple(...votes.map(() => fc.nat(maxChoices))).map(slots)
    // Each dot falls somewhere.
    : method === 'DOTS' ? fc.array(fc.constantFrom(...votes), { minLength: 1, maxLength: maxChoices })
      .map((dots) => slots(votes.map((position) => dots.filter((each) => each === position).length)))
      : fc.uniqueArray(fc.constantFrom(...votes), { minLength: 1, maxLength: method === 'YES_NO' ? 1 : maxChoices });
  const abstention = isGraded(method) ? options.map((_, position) => (position === abstain ? 1 : 0)) : [abstain];
  return abstain < 0 ? chosen : fc.oneof({ weight: 4, arbitrary: chosen }, fc.constant(abstention));
}

export const anyPile = (question: Question): fc.Arbitrary<Pile> => fc.record({ choices: anyChoices(question), papers: fc.integer({ min: 0, max: 12 }) });

/** A question with pools that answer it, under rules that fit its method. */
export const anyElection = anyQuestion.chain((question) => fc.record({
  question: fc.constant(question),
  combine: question.method === 'YES_NO' ? fc.constantFrom('TOGETHER' as const, 'EVERY_CONSTITUENCY' as const) : fc.constant('TOGETHER' as const),
  majority: anyMajority,
  pools: fc.uniqueArray(
    fc.record({
      constituency: fc.constantFrom('PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'COMMUNITY'),
      quorum: anyQuorum, piles: fc.array(anyPile(question), { maxLength: 6 }), absent: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 4, selector: ({ constituency }) => constituency },
  ),
})).map(({ question, combine, majority, pools }) => ({
  question,
  combine,
  pools: pools.map(({ absent, ...pool }): Pool => ({
    ...pool,
    roll: absent + pool.piles.reduce((sum, { papers }) => sum + papers, 0),
    majority: question.method === 'YES_NO' ? majority : null,
  })),
}));
