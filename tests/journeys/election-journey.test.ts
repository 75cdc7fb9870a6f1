import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { ELECTION_CLOCKWORK } from '../../packages/server/src/modules/ballots/application/elections/record-election.ts';
import { ballots } from '../../packages/server/src/modules/ballots/index.ts';
import { type Paper, SecretVoter } from '../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import { seedDemonstration } from '../../packages/server/src/modules/people/index.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import type { Demonstration } from '../../packages/server/src/platform/room.ts';
import { type Answer, type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';

/** As much of an election as the journey reads. */
interface Seen {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly challengeUntil: string | null;
  readonly constituencies: {
    readonly constituency: string; readonly way: string | null; readonly setAside: boolean; readonly ballot: { readonly id: string; readonly state: string } | null;
    readonly nominations: { readonly id: string; readonly name: string | null; readonly number: number | null; readonly state: string; readonly statement: { readonly locale: string }[] }[];
  }[];
  readonly seats: { readonly constituency: string; readonly name: string | null; readonly vacant: boolean; readonly vacancy: string | null }[];
  readonly challenges: { readonly id: string; readonly grounds: string | null; readonly decision: string | null; readonly reason: string | null; readonly decided: boolean }[];
  readonly viewerConstituency: string | null;
}

const ELECTION = `id state version opensAt closesAt challengeUntil viewerConstituency
  constituencies { constituency way setAside ballot { id state } nominations { id name number state statement { locale } } }
  seats { constituency name vacant vacancy } challenges { id grounds decision reason decided }`;
const ANSWER = '__typename ... on ElectionChanged { election { id state version } } ... on ElectionRefused { reason about } ... on ElectionStale { election { version } }';

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a school community elects members over the API', () => {
  let test: TestDatabase;
  let served: ServedHouse;
  let made: Demonstration;
  let stop: () => Promise<void>;
  const sessions = handSessions();
  const tokens = new Map<string, string>();
  const sockets: Client[] = [];
  let id: string;

  beforeAll(async () => {
    test = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions });
    made = (await seedDemonstration(served.house)).made!;
    for (const [role, personId] of Object.entries(made.people)) tokens.set(role, sessions.open({ schoolId: made.schoolId, personId }).token);
    stop = await ballots.start!(served.house);
  });
  afterAll(async () => {
    for (const socket of sockets) await socket.dispose();
    await stop?.();
    await served?.close();
    await test?.database.close();
  });

  const headers = (as: string | null): Record<string, string> => (as === null ? {} : { authorization: `Bearer ${tokens.get(as)!}` });
  const ask = (as: string | null, query: string, variables: object = {}): Promise<Answer> => served.ask(query, variables, headers(as));
  async function data<T>(as: string | null, query: string, variables: object = {}): Promise<T> {
    const answer = await ask(as, query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data as T;
  }
  const seen = async (as: string | null): Promise<Seen> => (await data<{ election: Seen }>(as, `query ($id: ID!) { election(id: $id) { ${ELECTION} } }`, { id })).election;
  const of = (election: Seen, constituency: string) => election.constituencies.find((each) => each.constituency === constituency)!;
  const act = async (as: string, call: string, variables: object = {}): Promise<object> =>
    (await data<{ answer: object }>(as, `mutation ($id: ID!, $version: Int) { answer: ${call} { ${ANSWER} } }`.replace(', $version: Int', call.includes('$version') ? ', $version: Int!' : ''), { id, ...variables })).answer;
  const until = (state: string) => expect.poll(async () => (await seen('clerk')).state, { timeout: 30_000, interval: 100 }).toBe(state);

  const input = (rest: object = {}) => ({
    environmentId: made.environmentId, title: both('Council election'), body: both('School Site Council'), bodyKind: 'SSC', studentSeats: true, place: both('Library'),
    constituencies: [
      { constituency: 'PARENT', seats: 1, method: 'CHOOSE_ONE', seatName: both('Parent seat') }, { constituency: 'STUDENT', seats: 1, method: 'CHOOSE_ONE', seatName: both('Student seat') },
      { constituency: 'TEACHER', seats: 2, method: 'APPROVAL', seatName: both('Teacher seat') },
    ],
    orientationAt: inDays(7), nominationsFrom: inDays(-1), nominationsUntil: inDays(11), opensAt: inDays(12), closesAt: inDays(19), termStarts: '2090-01-01', termEnds: '2091-06-30', ...rest,
  });

  /** The election's times, and its ballots', come nearer until `moment` is now, as by waiting; then the clockwork is woken. */
  async function later(moment: 'opens_at' | 'closes_at' | 'challenge_until'): Promise<void> {
    const em = test.database.fork(school(made.schoolId));
    const [row] = await em.execute<{ secs: number }[]>(`select extract(epoch from ${moment} - clock_timestamp())::float8 + 0.2 as secs from election where id = ?`, [id]);
    const back = (columns: string[]) => columns.map((each) => `${each} = ${each} - make_interval(secs => ${row!.secs})`).join(', ');
    await em.execute(`update election set ${back(['noticed_at', 'orientation_at', 'nominations_from', 'nominations_until', 'opens_at', 'closes_at', 'certified_at', 'challenge_until'])}, version = version + 1 where id = ?`, [id]);
    await em.execute(`update ballot set ${back(['opens_at', 'closes_at'])} where election_id = ?`, [id]);
    await served.events.nudge(ELECTION_CLOCKWORK);
    await served.events.nudge('ballots:clockwork');
  }

  /** A secret vote, as a browser casts it; the status when no paper is given. */
  async function vote(as: string, ballotId: string, choices: readonly number[]): Promise<number> {
    const paper = await fetch(`${served.address}/ballot/paper?ballot=${ballotId}`, { headers: headers(as) });
    if (paper.status !== 200) return paper.status;
    const voter = new SecretVoter(await paper.json() as Paper);
    const post = (path: string, body: Uint8Array, more: object) => fetch(`${served.address}${path}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...more }, body: Buffer.from(body) });
    const issued = await post(`/ballot/issue?ballot=${ballotId}`, voter.blinded(), headers(as));
    voter.unblind(Buffer.from(await issued.arrayBuffer()));
    return (await post('/ballot/cast', voter.body(choices), {})).status;
  }

  it('begins in the hands of those who prepare it, with its faults named and its composition checked', async () => {
    const saving = 'mutation ($input: ElectionInput!) { scheduleElection(input: $input) { __typename ... on ElectionSaved { election { id composition { rule found needed met } } } ... on ElectionFaulty { faults { field code earliest } } } }';
    const faulty = await data<{ scheduleElection: { faults: { field: string; code: string; earliest: string | null }[] } }>('coordinator', saving, { input: input({ title: [], opensAt: inDays(5) }) });
    expect(faulty.scheduleElection.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(['title REQUIRED', 'opensAt NOTICE_TOO_SHORT', 'opensAt NOT_AFTER', 'opensAt NOT_AFTER']);
    expect(Date.parse(faulty.scheduleElection.faults[1]!.earliest!)).toBeGreaterThan(Date.now() + 9 * 86_400_000);
    expect((await ask('teacher', saving, { input: input() })).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const saved = await data<{ scheduleElection: { election: { id: string; composition: { rule: string; met: boolean }[] } } }>('coordinator', saving, { input: input() });
    id = saved.scheduleElection.election.id;
    expect(saved.scheduleElection.election.composition.filter(({ met }) => !met).map(({ rule }) => rule)).toEqual(['SIDES_EQUAL', 'PRACTICAL_MINIMUM']);
    expect(await data('teacher', 'query ($id: ID!) { election(id: $id) { id } }', { id })).toEqual({ election: null });
    expect(await act('coordinator', 'noticeElection(id: $id, version: $version)', { version: 7 })).toEqual({ __typename: 'ElectionStale', election: { version: 1 } });
    expect(await act('coordinator', 'noticeElection(id: $id, version: $version)', { version: 1 })).toMatchObject({ __typename: 'ElectionChanged' });
    await until('NOMINATING');
  });

  it('is nominated for by each constituency, and names students to the school alone', async () => {
    expect(await act('parent (Spanish)', 'nominate(electionId: $id)')).toMatchObject({ __typename: 'ElectionChanged' });
    expect(await act('student', 'nominate(electionId: $id)')).toMatchObject({ __typename: 'ElectionChanged' });
    expect(await act('teacher', 'nominate(electionId: $id)')).toMatchObject({ __typename: 'ElectionChanged' });
    expect(await act('community partner', 'nominate(electionId: $id)')).toMatchObject({ reason: 'NOT_A_MEMBER', about: ['PARENT', 'STUDENT', 'TEACHER'] });
    const mine = of(await seen('student'), 'STUDENT').nominations[0]!;
    const write = 'mutation ($input: StatementInput!) { writeStatement(input: $input) { __typename ... on ElectionFaulty { faults { field code } } } }';
    const long = Array.from({ length: 101 }, () => 'word').join(' ');
    expect(await data('student', write, { input: { nominationId: mine.id, statement: [{ locale: 'en', text: long }] } })).toEqual({ writeStatement: { __typename: 'ElectionFaulty', faults: [{ field: 'statement.0.text', code: 'TOO_LONG' }] } });
    await data('student', write, { input: { nominationId: mine.id, statement: [{ locale: 'en', text: 'More books.' }] } });
    expect(of(await seen('parent (English)'), 'STUDENT').nominations[0]).toMatchObject({ name: expect.stringMatching(/\w+ \w+/), number: 1, statement: [{ locale: 'en' }] });
    expect(of(await seen(null), 'STUDENT').nominations[0]).toMatchObject({ name: null, number: 1, statement: [] });
    expect(of(await seen(null), 'PARENT').nominations[0]).toMatchObject({ name: 'Marisol Hernández' });
    expect((await seen('teacher')).viewerConstituency).toBe('TEACHER');
  });

  it('waits for the translation of a statement, then opens by itself: a secret ballot for each constituency', async () => {
    const heard: { state: string; constituencies: { nominations: { name: string | null }[] }[] }[] = [];
    const client = createClient({ url: `${served.address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    sockets.push(client);
    client.subscribe<{ electionChanged: { election: (typeof heard)[number] } }>(
      { query: 'subscription ($id: ID!) { electionChanged(id: $id) { election { state constituencies { nominations { name } } } } }', variables: { id } },
      { next: ({ data: next }) => { if (next) heard.push(next.electionChanged.election); }, error: (error) => { throw error; }, complete: () => {} });
    await later('opens_at');
    const held = () => data<{ election: { held: object | null } }>('coordinator', 'query ($id: ID!) { election(id: $id) { held { reason about } } }', { id });
    await expect.poll(async () => (await held()).election.held, { timeout: 30_000 }).toEqual({ reason: 'STATEMENTS_MISSING_LOCALES', about: ['es'] });
    const { id: nominationId } = of(await seen('clerk'), 'STUDENT').nominations[0]!;
    await data('clerk', 'mutation ($input: StatementInput!) { writeStatement(input: $input) { __typename } }', { input: { nominationId, statement: [{ locale: 'es', text: 'Más libros.' }] } });
    await until('OPEN');
    await expect.poll(async () => (await seen(null)).constituencies.map(({ ballot }) => ballot?.state), { timeout: 30_000 }).toEqual(['OPEN', 'OPEN', 'OPEN']);
    await expect.poll(() => heard.at(-1)?.state).toBe('OPEN');
    // The teller of all sockets knows no viewer: Marisol is public, the student is nobody's name.
    expect(heard.at(-1)!.constituencies.map(({ nominations }) => nominations.map(({ name }) => name !== null))).toEqual([[true], [false], [true]]);

    const student = of(await seen(null), 'STUDENT').ballot!.id;
    const labels = async (as: string | null) => (await data<{ ballot: { secrecy: string; options: { kind: string; label: { locale: string; text: string }[] }[] } }>(
      as, 'query ($id: ID!) { ballot(id: $id) { secrecy options { kind label { locale text } } } }', { id: student })).ballot;
    expect((await labels(null)).options[0]!.label).toEqual([{ locale: 'en', text: 'Student candidate 1' }, { locale: 'es', text: 'Candidatura estudiantil 1' }]);
    const named = await labels('teacher');
    expect(named.secrecy).toBe('SECRET');
    expect(named.options[0]!.label[0]!.text).toBe(named.options[0]!.label[1]!.text);
    expect(named.options[0]!.label[0]!.text).not.toMatch(/candidat/i);
  });

  it('is voted on by each constituency alone, counted, certified by two, and challenged by the roll', async () => {
    const open = await seen(null);
    const [parents, students, teachers] = ['PARENT', 'STUDENT', 'TEACHER'].map((each) => of(open, each).ballot!.id);
    expect(await vote('parent (English)', parents!, [0])).toBe(200);
    expect(await vote('second guardian', parents!, [0])).toBe(200);
    expect(await vote('student', students!, [0])).toBe(200);
    expect(await vote('teacher', teachers!, [0])).toBe(200);
    expect(await vote('teacher', parents!, [0])).toBe(403);
    await later('closes_at');
    await until('TALLIED');
    const { version } = await seen('clerk');
    expect(await act('teacher', 'certifyElection(id: $id, version: $version)', { version })).toMatchObject({ reason: 'NOT_COMMITTEE' });
    expect(await act('clerk', 'certifyElection(id: $id, version: $version)', { version })).toMatchObject({ election: { state: 'TALLIED' } });
    expect(await act('clerk', 'certifyElection(id: $id, version: $version)', { version })).toMatchObject({ reason: 'CERTIFIER_TWICE' });
    expect(await act('administrator', 'certifyElection(id: $id, version: $version)', { version })).toMatchObject({ election: { state: 'CERTIFIED' } });
    const result = await data<{ ballot: { state: string; result: { outcome: string } } }>(null, 'query ($id: ID!) { ballot(id: $id) { state result { outcome } } }', { id: parents });
    expect(result.ballot).toMatchObject({ state: 'CERTIFIED', result: { outcome: 'CHOSEN' } });

    expect(await act('community partner', 'fileChallenge(id: $id, grounds: "I was not asked.")')).toMatchObject({ reason: 'NOT_ON_ROLL' });
    expect(await act('parent (English)', 'fileChallenge(id: $id, constituency: PARENT, grounds: "No interpreter came.")')).toMatchObject({ election: { state: 'CHALLENGED' } });
    expect(await act('teacher', 'fileChallenge(id: $id, grounds: "The notice was late.")')).toMatchObject({ election: { state: 'CHALLENGED' } });
    expect((await seen(null)).challenges).toEqual([0, 1].map(() => ({ id: expect.any(String), grounds: null, decision: null, reason: null, decided: false })));
    expect((await seen('parent (English)')).challenges.map(({ grounds }) => grounds)).toEqual(['No interpreter came.', null]);
  });

  it('seats who won where the result stands, after two of the committee decided each challenge with a reason', async () => {
    const [first, second] = (await seen('clerk')).challenges;
    const decide = (as: string, challenge: string, decision: string, reason: string) => act(as, `decideChallenge(id: $id, decision: ${decision}, reason: "${reason}")`, { id: challenge });
    expect(await decide('clerk', first!.id, 'SET_ASIDE', 'It is true.')).toMatchObject({ __typename: 'ElectionChanged' });
    expect((await seen(null)).challenges[0]).toMatchObject({ decided: false, decision: null, reason: null });
    expect(await decide('coordinator', first!.id, 'SET_ASIDE', 'It is true.')).toMatchObject({ election: { state: 'CHALLENGED' } });
    await decide('clerk', second!.id, 'DISMISSED', 'It hung there on time.');
    expect(await decide('administrator', second!.id, 'DISMISSED', 'It hung there on time.')).toMatchObject({ election: { state: 'CERTIFIED' } });
    expect((await seen(null)).challenges.map(({ decision, reason }) => [decision, reason])).toEqual([['SET_ASIDE', 'It is true.'], ['DISMISSED', 'It hung there on time.']]);
    await later('challenge_until');
    await expect.poll(async () => (await seen('student')).seats.length, { timeout: 30_000 }).toBe(4);
    const seats = async (as: string | null) => (await seen(as)).seats.map(({ constituency, name, vacancy }) => [constituency, vacancy ?? (name === null ? null : 'NAMED')]);
    expect(await seats('student')).toEqual([['PARENT', 'SET_ASIDE'], ['STUDENT', 'NAMED'], ['TEACHER', 'NAMED'], ['TEACHER', 'NOT_FILLED']]);
    expect(await seats(null)).toEqual([['PARENT', 'SET_ASIDE'], ['STUDENT', null], ['TEACHER', 'NAMED'], ['TEACHER', 'NOT_FILLED']]);
    const lists = await data<{ environment: { seats: object[]; elections: { edges: { node: { id: string } }[] } } }>(null, 'query ($id: ID!) { environment(id: $id) { seats { vacant } elections(first: 1) { edges { node { id } } } } }', { id: made.environmentId });
    expect(lists.environment.seats).toHaveLength(4);
    expect(lists.environment.elections.edges[0]!.node.id).toBe(id);
  });
});
