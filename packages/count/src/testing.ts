import fc from 'fast-check';
import type { MajorityRule, OptionKind, Pile, Pool, Question, QuorumRule } from './definition.ts';

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

export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.constant(yesNo),
  fc.constant<Question>({ ...yesNo, options: ['YES', 'NO'] }),
  fc.record({ choices: fc.integer({ min: 2, max: 6 }), abstain: fc.boolean(), limit: fc.integer({ min: 1, max: 6 }) })
    .map(({ choices, abstain, limit }): Question => ({
      method: limit === 1 ? 'CHOOSE_ONE' : 'APPROVAL',
      options: [...Array.from({ length: choices }, (): OptionKind => 'CHOICE'), ...(abstain ? ['ABSTAIN' as const] : [])],
      maxChoices: Math.min(limit, choices), seats: 1, budget: null,
    })),
);

export function anyPile(question: Question): fc.Arbitrary<Pile> {
  const votes = question.options.flatMap((kind, position) => (kind === 'ABSTAIN' ? [] : [position]));
  const abstain = question.options.indexOf('ABSTAIN');
  const most = question.method === 'APPROVAL' ? question.maxChoices : 1;
  const chosen = fc.uniqueArray(fc.constantFrom(...votes), { minLength: 1, maxLength: most });
  return fc.record({
    choices: abstain < 0 ? chosen : fc.oneof({ weight: 4, arbitrary: chosen }, fc.constant([abstain])),
    papers: fc.integer({ min: 0, max: 12 }),
  });
}

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
