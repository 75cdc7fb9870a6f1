import { randomBytes } from 'node:crypto';
import { drawLot } from '@plenary/count';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { seedDemonstration } from '../../packages/server/src/modules/people/index.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import type { Demonstration } from '../../packages/server/src/platform/room.ts';
import { type Answer, type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';

interface Seen { readonly id: string; readonly version: number; readonly options: readonly { readonly id: string; readonly kind: string }[] }
/** Positions named in order, or a number for each position; and how many people answer so. */
type Answering = readonly [people: number, named: readonly number[], scores?: Readonly<Record<number, number>>];

const OPTION = 'label { text }';
const RESULT = `outcome withheld ballots chosen { ${OPTION} } tallies { votes score }
  ranked { ballots quota seats stages { stage kind moved { ${OPTION} } votes tallies nonTransferable elected { ${OPTION} } excluded { ${OPTION} } } }
  budget { total spent funded { ${OPTION} } decisions { option { ${OPTION} } by votes cost funded payment available reason } }
  lots { purpose stage tied { ${OPTION} } drawn { ${OPTION} } seed }
  margins { __typename ... on LeadMargin { ahead } ... on SeatMargin { option { ${OPTION} } stage by votes }
    ... on ExclusionMargin { option { ${OPTION} } next { ${OPTION} } behind } ... on ProjectMargin { option { ${OPTION} } reason lacking } }
  rules { __typename ... on PluralityExplanation { seats leading { ${OPTION} } votes runnerUpVotes met } }`;

describe('a ballot of each method, over the API', () => {
  let test: TestDatabase;
  let served: ServedHouse;
  let made: Demonstration;
  const sessions = handSessions();

  beforeAll(async () => {
    test = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions });
    made = (await seedDemonstration(served.house)).made!;
  });

  afterAll(async () => {
    await served?.close();
    await test?.database.close();
  });

  const tokenOf = (personId: string) => sessions.open({ schoolId: made.schoolId, personId }).token;
  const ask = (as: string | null, query: string, variables: object = {}): Promise<Answer> =>
    served.ask(query, variables, as === null ? {} : { authorization: `Bearer ${tokenOf(made.people[as] ?? as)}` });

  async function data<T>(as: string | null, query: string, variables: object = {}): Promise<T> {
    const answer = await ask(as, query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data as T;
  }

  const drafting = async (rest: object): Promise<{ ballot?: Seen; faults?: object[] }> => (await data<{ draftBallot: { ballot?: Seen } }>(
    'coordinator', `mutation ($input: BallotInput!) { draftBallot(input: $input) {
      ... on BallotSaved { ballot { id version options { id kind } } } ... on BallotFaulty { faults { field code } } } }`,
    { input: {
      environmentId: made.environmentId, secrecy: 'CONFIDENTIAL', binding: 'ADVISORY', combine: 'TOGETHER', description: [],
      question: [{ locale: 'en', text: 'Which?' }, { locale: 'es', text: '¿Cuál?' }], constituencies: [{ constituency: 'STUDENT', quorum: { kind: 'NONE' } }],
      closesAt: new Date(Date.now() + 3_600_000).toISOString(), ...rest,
    } })).draftBallot;

  const act = async (as: string, name: string, id: string, extra = ''): Promise<void> => {
    const { ballot } = await data<{ ballot: Seen }>(as, 'query ($id: ID!) { ballot(id: $id) { version } }', { id });
    const { answer } = await data<{ answer: object }>(as, `mutation ($id: ID!, $version: Int!) { answer: ${name}(id: $id, version: $version${extra}) {
      __typename ... on BallotRefused { reason about } } }`, { id, version: ballot.version });
    expect(answer).toEqual({ __typename: 'BallotChanged' });
  };

  async function opened(rest: object): Promise<Seen> {
    const { ballot, faults } = await drafting(rest);
    expect(faults).toBeUndefined();
    await act('coordinator', 'scheduleBallot', ballot!.id);
    await act('coordinator', 'openBallot', ballot!.id);
    return ballot!;
  }

  const cast = async (as: string, { id, options }: Seen, [, named, scores]: Answering): Promise<object> =>
    (await data<{ castBallot: object }>(as, `mutation ($input: CastBallotInput!) { castBallot(input: $input) {
      __typename ... on BallotRefused { reason about } } }`, { input: {
      ballotId: id, key: randomBytes(16).toString('hex'), optionIds: named.map((n) => options[n]!.id),
      ...(scores && { scores: Object.entries(scores).map(([n, score]) => ({ optionId: options[Number(n)]!.id, score })) }),
    } })).castBallot;

  /** Opens it, lets people answer, closes and certifies it, and reads what everybody may read. */
  async function decided(rest: object, ...answers: Answering[]): Promise<Record<string, unknown>> {
    const ballot = await opened(rest);
    const roll = await served.house.db.under(school(made.schoolId)).execute<{ id: string }[]>(
      'select person_id as id from registry.roll where ballot_id = ?', [ballot.id]);
    let next = 0;
    for (const answer of answers) {
      const people = roll.slice(next, next += answer[0]);
      const told = await Promise.all(people.map(({ id }) => cast(id, ballot, answer)));
      expect(told).toEqual(people.map(() => ({ __typename: 'BallotCast' })));
    }
    await act('coordinator', 'closeBallot', ballot.id, ', reason: "Everybody has voted."');
    await act('coordinator', 'certifyBallot', ballot.id);
    await act('clerk', 'certifyBallot', ballot.id);
    return (await data<{ ballot: { result: Record<string, unknown> } }>(null, `query ($id: ID!) { ballot(id: $id) { result { ${RESULT} } } }`, { id: ballot.id })).ballot.result;
  }

  const NAMES = ['Ada', 'Ben', 'Cruz', 'Dee'];
  const options = (count: number, costs: readonly number[] = []) => NAMES.slice(0, count).map((name, n) =>
    ({ label: [{ locale: 'en', text: name }, { locale: 'es', text: name }], ...(costs[n] !== undefined && { cost: costs[n] }) }));
  const named = (...names: string[]) => names.map((text) => ({ label: [{ text }, { text }] }));

  it('names the faults of each method by their fields', async () => {
    const faults = async (rest: object) => (await drafting(rest)).faults;
    expect(await faults({ method: 'EQUAL_SHARES', options: options(2, [900]), budgetTotal: 500, seats: 2 })).toEqual([
      { field: 'options.0.cost', code: 'OVER_BUDGET' }, { field: 'options.1.cost', code: 'REQUIRED' }, { field: 'seats', code: 'NOT_FOR_METHOD' },
    ]);
    expect(await faults({ method: 'SCOTTISH_STV', options: options(3), seats: 4, budgetTotal: 5, maxChoices: 9 })).toEqual([
      { field: 'maxChoices', code: 'OUT_OF_RANGE' }, { field: 'seats', code: 'OUT_OF_RANGE' }, { field: 'budgetTotal', code: 'NOT_FOR_METHOD' },
    ]);
  });

  it('keeps what a draft says of seats, limits and money', async () => {
    const { ballot } = await drafting({ method: 'BUDGET_GREEDY', options: options(3, [100, 200, 300]), budgetTotal: 400, maxChoices: 2 });
    expect(await data('coordinator', 'query ($id: ID!) { ballot(id: $id) { method seats budgetTotal maxChoices options { kind cost } } }', { id: ballot!.id })).toEqual({ ballot: {
      method: 'BUDGET_GREEDY', seats: 1, budgetTotal: 400, maxChoices: 2,
      options: [{ kind: 'CHOICE', cost: 100 }, { kind: 'CHOICE', cost: 200 }, { kind: 'CHOICE', cost: 300 }, { kind: 'ABSTAIN', cost: null }],
    } });
  });

  it('refuses a vote that does not answer, and says which part of it', async () => {
    const ranked = await opened({ method: 'INSTANT_RUNOFF', options: options(3), maxChoices: 2 });
    const scored = await opened({ method: 'SCORE', options: options(2) });
    const refused = (about: string) => ({ __typename: 'BallotRefused', reason: 'INVALID_CHOICE', about: [about] });
    for (const names of [[], [0, 0], [0, 1, 2], [0, 3]]) expect(await cast('student', ranked, [1, names])).toEqual(refused('optionIds'));
    expect(await cast('student', ranked, [1, [0], { 0: 1 }])).toEqual(refused('scores'));
    for (const scores of [{ 0: 6 }, { 0: -1 }, { 2: 1 }] as Record<number, number>[]) expect(await cast('student', scored, [1, [], scores])).toEqual(refused('scores'));
    expect(await cast('student', scored, [1, [0]])).toEqual(refused('optionIds'));
    expect(await cast('student', ranked, [1, [2, 0]])).toEqual({ __typename: 'BallotCast' });
  });

  it('fills several seats by one choice and by approval', async () => {
    expect(await decided({ method: 'CHOOSE_ONE', options: options(3), seats: 2 }, [6, [0]], [4, [2]], [1, [1]], [1, [3]])).toMatchObject({
      outcome: 'CHOSEN', ballots: 12, chosen: named('Ada', 'Cruz'), margins: [{ __typename: 'LeadMargin', ahead: 3 }],
      rules: [{}, { seats: 2, leading: named('Ada', 'Cruz'), votes: 4, runnerUpVotes: 1, met: true }],
    });
    expect(await decided({ method: 'APPROVAL', options: options(3), seats: 2, maxChoices: 2 }, [6, [1, 0]], [4, [2, 1]], [2, [0]])).toMatchObject({
      outcome: 'CHOSEN', chosen: named('Ada', 'Ben'), tallies: [{ votes: 8 }, { votes: 10 }, { votes: 4 }, { votes: 0 }],
    });
  });

  it('adds up scores and dots', async () => {
    expect(await decided({ method: 'SCORE', options: options(2) }, [7, [], { 0: 1, 1: 5 }], [4, [], { 0: 4 }], [1, [2]])).toMatchObject({
      outcome: 'CHOSEN', chosen: named('Ben'), tallies: [{ votes: 11, score: 23 }, { votes: 7, score: 35 }, { votes: 1 }], margins: [{ ahead: 12 }],
    });
    expect(await decided({ method: 'DOTS', options: options(2), maxChoices: 4 }, [9, [], { 0: 4 }], [3, [], { 1: 3 }])).toMatchObject({
      outcome: 'CHOSEN', chosen: named('Ada'), tallies: [{ votes: 9, score: 36 }, { votes: 3, score: 9 }, { votes: 0, score: 0 }],
    });
  });

  it('runs off until one has more than half', async () => {
    expect(await decided({ method: 'INSTANT_RUNOFF', options: options(3) }, [6, [0]], [5, [1, 2]], [4, [2, 1]], [1, [3]])).toMatchObject({
      outcome: 'CHOSEN', chosen: named('Ben'), ballots: 16,
      ranked: { ballots: 15, quota: 8, seats: 1, stages: [
        { stage: 0, kind: 'FIRST', moved: null, tallies: ['6.00000', '5.00000', '4.00000', null], nonTransferable: '0.00000', elected: [], excluded: [] },
        { stage: 1, kind: 'EXCLUSION', moved: named('Cruz')[0], votes: '4.00000', tallies: ['6.00000', '9.00000', null, null], elected: named('Ben'), excluded: named('Cruz') },
      ] },
      margins: [{ __typename: 'SeatMargin', by: 'QUOTA', votes: '1.00000' }, { __typename: 'ExclusionMargin', option: named('Cruz')[0], next: named('Ben')[0], behind: '1.00000' }],
    });
  });

  it('fills several seats from rankings, and moves on what a winner does not need', async () => {
    expect(await decided({ method: 'SCOTTISH_STV', options: options(4), seats: 2, allowAbstain: false }, [9, [0, 1]], [4, [1]], [5, [2]], [2, [3, 2]])).toMatchObject({
      outcome: 'CHOSEN', chosen: named('Ada', 'Cruz'),
      ranked: { ballots: 20, quota: 7, seats: 2, stages: [
        { elected: named('Ada') },
        { kind: 'SURPLUS', moved: named('Ada')[0], votes: '2.00000', tallies: ['7.00000', '5.99998', '5.00000', '2.00000'] },
        { kind: 'EXCLUSION', moved: named('Dee')[0], tallies: ['7.00000', '5.99998', '7.00000', null], elected: named('Cruz') },
      ] },
    });
  });

  it('funds projects by votes, or by equal shares, and says why not', async () => {
    const wording = { options: options(3, [600, 500, 300]), budgetTotal: 900, allowAbstain: false };
    const answers: Answering[] = [[7, [0, 1]], [4, [2]], [1, [0]]];
    expect(await decided({ ...wording, method: 'BUDGET_GREEDY' }, ...answers)).toMatchObject({
      outcome: 'CHOSEN', chosen: named('Ada', 'Cruz'),
      budget: { total: 900, spent: 900, funded: named('Ada', 'Cruz'), decisions: [
        { option: named('Ada')[0], by: 'VOTES', votes: 8, cost: 600, funded: true, payment: null, available: '900.00000', reason: null },
        { option: named('Ben')[0], votes: 7, funded: false, available: '300.00000', reason: 'OVER_BUDGET' },
        { option: named('Cruz')[0], votes: 4, funded: true },
      ] },
      margins: [{ __typename: 'ProjectMargin', option: named('Ben')[0], reason: 'OVER_BUDGET', lacking: '200.00000' }],
    });
    expect(await decided({ ...wording, method: 'EQUAL_SHARES' }, ...answers)).toMatchObject({
      budget: { spent: 900, funded: named('Ada', 'Cruz'), decisions: [
        { option: named('Ada')[0], by: 'EQUAL_SHARES', payment: '75.00000' }, { option: named('Cruz')[0], payment: '75.00000' },
        { option: named('Ben')[0], funded: false, available: '0.00000', reason: 'NOT_ENOUGH_BACKING' },
      ] },
    });
  });

  it('breaks a tie that no vote breaks by lot, and keeps the seed that anybody can draw again with', async () => {
    const result = await decided({ method: 'INSTANT_RUNOFF', options: options(2), allowAbstain: false }, [6, [0]], [6, [1]]);
    const { outcome, chosen, lots } = result as { outcome: string; chosen: object[]; lots: { seed: string; tied: object[]; drawn: object[] }[] };
    expect(outcome).toBe('CHOSEN');
    expect(lots).toMatchObject([{ purpose: 'EXCLUSION', stage: 1, tied: named('Ada', 'Ben'), seed: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const drawn = drawLot(lots[0]!.seed, 'EXCLUSION', 1, [0, 1]).drawn;
    expect(lots[0]!.drawn).toEqual(named(NAMES[drawn[0]!]!));
    expect(chosen).toEqual(named(NAMES[1 - drawn[0]!]!));
  });

  it('names winners and funded projects of a small group without its numbers', async () => {
    expect(await decided({ method: 'SCOTTISH_STV', options: options(3), seats: 2 }, [3, [0]], [2, [1]])).toMatchObject({
      outcome: 'CHOSEN', chosen: named('Ada', 'Ben'), withheld: true, ballots: null, tallies: [], ranked: null, margins: [],
    });
    expect(await decided({ method: 'BUDGET_GREEDY', options: options(2, [10, 20]), budgetTotal: 20 }, [3, [0]], [2, [1]])).toMatchObject({
      chosen: named('Ada'), budget: { spent: 10, funded: named('Ada'), decisions: [] }, margins: [],
    });
  });
});
