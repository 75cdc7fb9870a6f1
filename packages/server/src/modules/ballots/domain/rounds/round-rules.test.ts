import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ROUNDS, decideAdopt, decideEnd, decideNextRound, decideWithdrawal } from './ending.ts';
import { majorityInstead } from './majority-instead.ts';
import { MOST_PARTICIPANTS, decideOpenRounds, owedLocales } from './opening.ts';
import { isInside, leads, maySeeProposal, proposalPermissions } from './proposal-policy.ts';
import { PROPOSAL_ACTS, PROPOSAL_STATES, type ProposalAct, type ProposalState, afterAct } from './proposal-states.ts';
import { type NamedPeople, type ProposalWording, proposalFaultsOf } from './proposal-wording.ts';
import { type Answer, type ConsentAnswer, PLAIN_QUORUM, type StandingAnswer } from './proposal.ts';
import { MOST_COMMENTS, MOST_REVISIONS, decideComment, decideHear, decideRespond } from './responding.ts';
import { type RoundFacts, answersNeeded, explainRound, mustBeHeard } from './standing.ts';

/** The whole table, written out: rows are states, columns acts, in the order of the two lists. */
const EXPECTED: Record<ProposalState, (ProposalState | null)[]> = {
  //            REVISE   OPEN    WITHDRAW     RESPOND COMMENT HEAR    NEXT    ADOPT      END            BALLOT
  DRAFT:       ['DRAFT', 'OPEN', 'WITHDRAWN', null,   null,   null,   null,   null,      null,          null],
  OPEN:        [null,    null,   'WITHDRAWN', 'OPEN', 'OPEN', 'OPEN', 'OPEN', 'ADOPTED', 'NOT_ADOPTED', 'NOT_ADOPTED'],
  ADOPTED:     [null,    null,   null,        null,   null,   null,   null,   null,      null,          null],
  NOT_ADOPTED: [null,    null,   null,        null,   null,   null,   null,   null,      null,          null],
  WITHDRAWN:   [null,    null,   null,        null,   null,   null,   null,   null,      null,          null],
};

const open = { state: 'OPEN', round: 1, title: { en: 'Try it' }, body: { en: 'For a month.' } } as const;
const answer = (given: Partial<Answer>): Answer => ({ fist: null, consent: null, reason: null, ...given });
const standing = (n: number, given: Partial<StandingAnswer>): StandingAnswer => ({ ...answer(given), participantId: `p${n}`, heard: false, ...given });
const round = (kind: RoundFacts['kind'], participants: number, answers: StandingAnswer[]): RoundFacts => ({ kind, quorum: PLAIN_QUORUM, participants, answers });
const refusal = (reason: string, ...about: string[]) => ({ ok: false, refusal: { reason, about } });

describe('every state and every act of a proposal', () => {
  const cases = PROPOSAL_STATES.flatMap((state) =>
    PROPOSAL_ACTS.map((act, n): [ProposalState, ProposalAct, ProposalState | null] => [state, act, EXPECTED[state][n]!]));
  it.each(cases)('%s, %s: %s', (state, act, to) => { expect(afterAct(state, act)).toBe(to); });

  it.each(PROPOSAL_STATES)('each rule asks the table in %s', (state) => {
    const all = round('FIST_TO_FIVE', 2, [standing(1, { fist: 5 }), standing(2, { fist: 4 })]);
    const is = (act: ProposalAct) => afterAct(state, act) !== null;
    const speaker = { takesPart: true, before: null };
    expect(decideOpenRounds({ ...open, state }, [{ constituency: 'TEACHER' }, { constituency: 'TEACHER' }], []).ok).toBe(is('OPEN'));
    expect(decideRespond({ state, kind: 'FIST_TO_FIVE' }, speaker, answer({ fist: 3 })).ok).toBe(is('RESPOND'));
    expect(decideComment({ state }, true, 0).ok).toBe(is('COMMENT'));
    expect(decideHear({ state }, { ...answer({ fist: 1, reason: 'No' }), stands: true, heard: false }).ok).toBe(is('HEAR'));
    expect(decideAdopt({ state }, all).ok).toBe(is('ADOPT'));
    expect(decideNextRound({ ...open, state }, all, open).ok).toBe(is('NEXT_ROUND'));
    expect(decideEnd({ state }, all, 'END').ok).toBe(is('END'));
    expect(decideEnd({ state }, all, 'BALLOT').ok).toBe(is('BALLOT'));
    expect(decideWithdrawal({ state }).ok).toBe(is('WITHDRAW'));
  });
});

describe('an answer', () => {
  const take = (kind: RoundFacts['kind'], given: Partial<Answer>, before: (Answer & { revision: number }) | null = null) =>
    decideRespond({ state: 'OPEN', kind }, { takesPart: true, before }, answer(given));

  it('below 3, and an objection, need a reason; the others may have one', () => {
    for (const fist of [0, 1, 2]) expect(take('FIST_TO_FIVE', { fist })).toEqual(refusal('REASON_NEEDED'));
    for (const fist of [3, 4, 5]) expect(take('FIST_TO_FIVE', { fist })).toEqual({ ok: true, write: true });
    expect(take('FIST_TO_FIVE', { fist: 2, reason: 'Too soon' })).toEqual({ ok: true, write: true });
    expect(take('CONSENT', { consent: 'OBJECT' })).toEqual(refusal('REASON_NEEDED'));
    for (const consent of ['CONSENT', 'STAND_ASIDE'] as const) expect(take('CONSENT', { consent })).toEqual({ ok: true, write: true });
  });

  it('fits the kind of its proposal, and nothing else', () => {
    const wrong = refusal('WRONG_ANSWER');
    for (const fist of [-1, 6, 2.5, Number.NaN]) expect(take('FIST_TO_FIVE', { fist, reason: 'x' })).toEqual(wrong);
    expect(take('FIST_TO_FIVE', {})).toEqual(wrong);
    expect(take('FIST_TO_FIVE', { consent: 'CONSENT' })).toEqual(wrong);
    expect(take('CONSENT', { fist: 5 })).toEqual(wrong);
    expect(take('CONSENT', { consent: 'CONSENT', fist: 5 })).toEqual(wrong);
  });

  it('is for those who take part, and changes no record when it is said twice', () => {
    expect(decideRespond({ state: 'OPEN', kind: 'CONSENT' }, { takesPart: false, before: null }, answer({ consent: 'CONSENT' }))).toEqual(refusal('NOT_PARTICIPANT'));
    const before = { ...answer({ fist: 4 }), revision: 1 };
    expect(take('FIST_TO_FIVE', { fist: 4 }, before)).toEqual({ ok: true, write: false });
    expect(take('FIST_TO_FIVE', { fist: 4, reason: 'Now I know why' }, before)).toEqual({ ok: true, write: true });
    expect(take('FIST_TO_FIVE', { fist: 3 }, { ...before, revision: MOST_REVISIONS })).toEqual(refusal('TOO_MANY_CHANGES', String(MOST_REVISIONS)));
  });

  it('is heard when it counts, must be, and has not been', () => {
    const low = { ...answer({ fist: 2, reason: 'Too soon' }), stands: true, heard: false };
    expect(decideHear({ state: 'OPEN' }, low)).toEqual({ ok: true });
    for (const not of [{ ...low, stands: false }, { ...low, heard: true }, { ...low, fist: 3 }]) {
      expect(decideHear({ state: 'OPEN' }, not)).toEqual(refusal('NOTHING_TO_HEAR'));
    }
  });

  it('is beside the talk, which has its limits', () => {
    expect(decideComment({ state: 'OPEN' }, true, MOST_COMMENTS - 1)).toEqual({ ok: true });
    expect(decideComment({ state: 'OPEN' }, true, MOST_COMMENTS)).toEqual(refusal('TOO_MANY_COMMENTS', String(MOST_COMMENTS)));
    expect(decideComment({ state: 'OPEN' }, false, 0)).toEqual(refusal('NOT_PARTICIPANT'));
  });
});

describe('a round closes', () => {
  const low = standing(1, { fist: 1, reason: 'Too soon' });
  const high = standing(2, { fist: 5 });
  const objection = standing(1, { consent: 'OBJECT', reason: 'Nobody would watch the gate' });

  it('over nobody who was not heard, whatever it closes with', () => {
    for (const facts of [round('FIST_TO_FIVE', 2, [low, high]), round('CONSENT', 2, [objection])]) {
      const unheard = refusal('NOT_HEARD', '1');
      expect(decideAdopt(open, facts)).toEqual(unheard);
      expect(decideNextRound(open, facts, { ...open, body: { en: 'Another text' } })).toEqual(unheard);
      expect(decideEnd(open, facts, 'END')).toEqual(unheard);
      expect(decideEnd(open, facts, 'BALLOT')).toEqual(unheard);
      expect(decideWithdrawal(open)).toEqual({ ok: true });
    }
  });

  it('with a value below 3 heard and standing: not adopted, but another round on the same words may follow', () => {
    const facts = round('FIST_TO_FIVE', 2, [{ ...low, heard: true }, high]);
    expect(decideAdopt(open, facts)).toEqual(refusal('STANDING_CONCERN', '1'));
    expect(decideNextRound(open, facts, open)).toEqual({ ok: true });
    expect(decideEnd(open, facts, 'END')).toEqual({ ok: true });
  });

  it('over an objection only with other words', () => {
    const facts = round('CONSENT', 2, [{ ...objection, heard: true }]);
    expect(decideAdopt(open, { ...facts, participants: 1 })).toEqual(refusal('STANDING_CONCERN', '1'));
    expect(decideNextRound(open, facts, { title: open.title, body: open.body })).toEqual(refusal('NOT_AMENDED'));
    expect(decideNextRound(open, facts, { title: open.title, body: { en: 'For a month, with a guard.' } })).toEqual({ ok: true });
    expect(decideNextRound(open, facts, { title: open.title, body: { ...open.body, es: 'Por un mes.' } })).toEqual(refusal('NOT_AMENDED'));
    expect(decideNextRound({ ...open, round: MOST_ROUNDS }, facts, { ...open, title: { en: 'Other' } })).toEqual(refusal('TOO_MANY_ROUNDS', String(MOST_ROUNDS)));
  });

  it('with too few answers: nothing is adopted by silence', () => {
    expect(decideAdopt(open, round('CONSENT', 4, []))).toEqual(refusal('NO_QUORUM', '0', '3'));
    expect(decideAdopt(open, round('CONSENT', 4, [standing(1, { consent: 'CONSENT' }), standing(2, { consent: 'STAND_ASIDE' })]))).toEqual(refusal('NO_QUORUM', '2', '3'));
    expect(answersNeeded({ numerator: 1, denominator: 1, atLeast: true }, 0)).toBe(1);
    expect([1, 2, 3, 4, 17].map((people) => answersNeeded(PLAIN_QUORUM, people))).toEqual([1, 2, 2, 3, 9]);
    expect(answersNeeded({ numerator: 2, denominator: 3, atLeast: true }, 9)).toBe(6);
  });
});

const said = (kind: RoundFacts['kind']): fc.Arbitrary<Partial<StandingAnswer>> => (kind === 'CONSENT'
  ? fc.record({ consent: fc.constantFrom<ConsentAnswer>('CONSENT', 'STAND_ASIDE', 'OBJECT'), heard: fc.boolean() })
  : fc.record({ fist: fc.integer({ min: 0, max: 5 }), heard: fc.boolean() }));
const answers = (kind: RoundFacts['kind']) => fc.array(said(kind), { maxLength: 12 })
  .map((given) => given.map((each, n) => standing(n, { ...each, reason: 'Because' })));
const rounds = fc.constantFrom<RoundFacts['kind']>('CONSENT', 'FIST_TO_FIVE').chain((kind) =>
  fc.record({ kind: fc.constant(kind), quorum: fc.constant(PLAIN_QUORUM), answers: answers(kind), more: fc.nat(5) })
    .map(({ more, ...rest }): RoundFacts => ({ ...rest, participants: rest.answers.length + more })));

describe('of any round', () => {
  it('adoption is exactly: every rule explained to the team is met', () => {
    fc.assert(fc.property(rounds, (facts) => {
      expect(decideAdopt(open, facts).ok).toBe(explainRound(facts).every(({ met }) => met));
    }));
  });

  it('the order in which people answered never matters', () => {
    fc.assert(fc.property(rounds, (facts) => {
      const turned = { ...facts, answers: facts.answers.toReversed() };
      expect(decideAdopt(open, turned)).toEqual(decideAdopt(open, facts));
      expect(explainRound(turned)).toEqual(explainRound(facts));
    }));
  });

  it('one person who must be heard is enough to stop it, and nobody else can', () => {
    fc.assert(fc.property(rounds, (facts) => {
      const full = { ...facts, participants: Math.max(1, facts.answers.length) };
      const stopped = facts.answers.length === 0 || facts.answers.some(mustBeHeard);
      expect(decideAdopt(open, full).ok).toBe(!stopped);
    }));
  });

  it('another answer never takes a quorum away', () => {
    fc.assert(fc.property(rounds, (facts) => {
      const met = (some: RoundFacts) => explainRound(some)[0]!.met;
      const fewer = { ...facts, answers: facts.answers.slice(1) };
      expect(met(fewer) && !met(facts)).toBe(false);
    }));
  });
});

describe('opening', () => {
  const two = [{ constituency: 'TEACHER' }, { constituency: 'OTHER_STAFF' }] as const;

  it('owes families and students each required language, and staff among themselves none', () => {
    expect(owedLocales(two, ['en', 'es'])).toEqual([]);
    expect(owedLocales([...two, { constituency: 'PARENT' }], ['en', 'es'])).toEqual(['en', 'es']);
    const draft = { ...open, state: 'DRAFT' } as const;
    expect(decideOpenRounds(draft, two, ['en', 'es'])).toEqual({ ok: true });
    expect(decideOpenRounds(draft, [...two, { constituency: 'STUDENT' }], ['en', 'es'])).toEqual(refusal('MISSING_LOCALES', 'es'));
    expect(decideOpenRounds({ ...draft, title: { en: 'a', es: 'b' }, body: { en: 'a', es: ' ' } }, [...two, { constituency: 'STUDENT' }], ['en', 'es'])).toEqual(refusal('MISSING_LOCALES', 'es'));
  });

  it('needs a team, and not a crowd', () => {
    const draft = { ...open, state: 'DRAFT' } as const;
    expect(decideOpenRounds(draft, two.slice(1), [])).toEqual(refusal('TOO_FEW_PARTICIPANTS', '1'));
    const crowd = Array.from({ length: MOST_PARTICIPANTS + 1 }, () => ({ constituency: 'TEACHER' as const }));
    expect(decideOpenRounds(draft, crowd, [])).toEqual(refusal('TOO_MANY_PARTICIPANTS', String(crowd.length)));
  });
});

describe('the wording of a proposal', () => {
  const wording: ProposalWording = {
    kind: 'CONSENT', title: [{ locale: 'en', text: 'Try it' }], body: [{ locale: 'en', text: 'For a month.' }], constituencies: ['TEACHER'], named: [],
    quorum: PLAIN_QUORUM, facilitatorId: 'f', publicRecord: false,
  };
  const people: NamedPeople = { strangers: [], facilitator: 'FITS' };
  const faults = (rest: Partial<ProposalWording>, of: Partial<NamedPeople> = {}) =>
    proposalFaultsOf({ ...wording, ...rest }, { ...people, ...of }).map(({ field, code }) => `${field} ${code}`);

  it.each<[string, Partial<ProposalWording>, Partial<NamedPeople>, string[]]>([
    ['is sound', {}, {}, []],
    ['says something', { title: [], body: [{ locale: 'en', text: ' ' }] }, {}, ['title REQUIRED', 'body REQUIRED']],
    ['asks somebody', { constituencies: [] }, {}, ['constituencies REQUIRED']],
    ['asks each group once', { constituencies: ['TEACHER', 'TEACHER'] }, {}, ['constituencies REPEATED']],
    ['asks no parent twice', { constituencies: ['PARENT', 'EL_PARENT'] }, {}, ['constituencies PARENT_TWICE']],
    ['asks groups or names', { named: ['a'] }, {}, ['named NOT_BOTH']],
    ['names each once', { constituencies: [], named: ['a', 'a'] }, {}, ['named REPEATED']],
    ['names people of the environment', { constituencies: [], named: ['a'] }, { strangers: ['a'] }, ['named NOT_OF_ENVIRONMENT']],
    ['needs a share', { quorum: { numerator: 2, denominator: 1, atLeast: true } }, {}, ['quorum OUT_OF_RANGE']],
    ['needs a share that can be reached', { quorum: { numerator: 1, denominator: 1, atLeast: false } }, {}, ['quorum IMPOSSIBLE']],
    ['is led by somebody here', {}, { facilitator: 'NONE' }, ['facilitatorId NOT_OF_ENVIRONMENT']],
    ['is led by an adult', {}, { facilitator: 'STUDENT' }, ['facilitatorId NOT_A_STUDENT']],
    ['tells the world of no family whose child learns English', { constituencies: ['EL_PARENT'], publicRecord: true }, {}, ['publicRecord NOT_FOR_EL_PARENT']],
  ])('%s', (_, rest, of, expected) => { expect(faults(rest, of)).toEqual(expected); });

  it('becomes a majority ballot of the same words for the same groups', () => {
    const made = majorityInstead({ ...open, constituencies: ['TEACHER', 'OTHER_STAFF'] }, []);
    expect(made).toMatchObject({ method: 'YES_NO', question: [{ locale: 'en', text: 'Try it' }], description: [{ locale: 'en', text: 'For a month.' }], combine: 'TOGETHER' });
    expect(made.constituencies.map((each) => each.constituency)).toEqual(['TEACHER', 'OTHER_STAFF']);
    expect(majorityInstead({ ...open, constituencies: [] }, [{ constituency: 'PARENT' }, { constituency: 'PARENT' }]).constituencies).toHaveLength(1);
  });
});

describe('policies of open rounds', () => {
  const nobody = { prepares: false, facilitates: false, takesPart: false };
  const [preparer, facilitator, member] = [{ ...nobody, prepares: true }, { ...nobody, facilitates: true }, { ...nobody, takesPart: true }];

  it('show a draft to who leads it, an opened one to its team, a public record to everybody', () => {
    const seen = (facts: { round: number; publicRecord: boolean }) => [nobody, member, facilitator, preparer].map((looker) => maySeeProposal(looker, facts));
    expect(seen({ round: 0, publicRecord: true })).toEqual([false, false, true, true]);
    expect(seen({ round: 1, publicRecord: false })).toEqual([false, true, true, true]);
    expect(seen({ round: 1, publicRecord: true })).toEqual([true, true, true, true]);
    expect([nobody, member, facilitator, preparer].map(isInside)).toEqual([false, true, true, true]);
    expect([nobody, member, facilitator, preparer].map(leads)).toEqual([false, false, true, true]);
  });

  it('offer a button exactly where its act is in the table', () => {
    const is = (state: ProposalState, act: ProposalAct) => afterAct(state, act) !== null;
    for (const state of PROPOSAL_STATES) {
      const none = { edit: false, open: false, withdraw: false, respond: false, comment: false, hear: false, closeRound: false, makeBallot: false };
      const led = { edit: is(state, 'REVISE'), open: is(state, 'OPEN'), withdraw: is(state, 'WITHDRAW'), hear: is(state, 'HEAR'), closeRound: is(state, 'ADOPT') };
      expect(proposalPermissions(nobody, state)).toEqual(none);
      expect(proposalPermissions(member, state)).toEqual({ ...none, respond: is(state, 'RESPOND'), comment: is(state, 'COMMENT') });
      expect(proposalPermissions(facilitator, state)).toEqual({ ...none, ...led, comment: is(state, 'COMMENT') });
      expect(proposalPermissions(preparer, state)).toEqual({ ...none, ...led, makeBallot: is(state, 'BALLOT') });
    }
  });
});
