import { randomBytes } from 'node:crypto';
import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { ballots } from '../../packages/server/src/modules/ballots/index.ts';
import { seedDemonstration } from '../../packages/server/src/modules/people/index.ts';
import type { Demonstration } from '../../packages/server/src/platform/room.ts';
import { type Answer, type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';

/** As much of the answers as the journey reads. */
interface Seen {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly missingLocales: string[];
  readonly openedAt: string;
  readonly closedAt: string;
  readonly options: { readonly id: string; readonly kind: string }[];
  readonly turnout: { readonly voted: number | null; readonly constituencies: { readonly voted: number | null }[] };
  readonly result: { readonly outcome: string } | null;
  readonly certifications: object[];
}
type Ballot = Pick<Seen, 'id' | 'version'>;
interface Acted { readonly __typename: string; readonly ballot?: Ballot }
interface Connection { readonly edges: { readonly node: Seen }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } }
interface InEnvironment { readonly environment: { readonly ballots: Connection } }
interface Heard { readonly ballotChanged: { readonly ballot: Seen } }

const RESULT = `outcome ballots withheld chosen { id } tallies { votes option { kind } }
  constituencies { constituency roll ballots withheld tallies { votes } }
  rules { __typename ... on QuorumExplanation { quorumOf: constituency papersNeeded: needed reached met }
    ... on MajorityExplanation { majorityOf: constituency of needed reached met } ... on PluralityExplanation { votes met } }`;
const CHANGE = `__typename ... on BallotChanged { ballot { id state version } } ... on BallotRefused { reason about } ... on BallotStale { ballot { version } }`;

describe('a school community votes over the API', () => {
  let test: TestDatabase;
  let served: ServedHouse;
  let made: Demonstration;
  let stop: () => Promise<void>;
  const sessions = handSessions();
  const tokens = new Map<string, string>();
  const sockets: Client[] = [];

  beforeAll(async () => {
    test = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions });
    made = (await seedDemonstration(served.house)).made!;
    await ballots.seed!(served.house, made);
    await test.database.analyze();
    for (const [role, personId] of Object.entries(made.people)) {
      tokens.set(role, sessions.open({ schoolId: made.schoolId, personId }).token);
    }
    stop = await ballots.start!(served.house);
  });

  afterAll(async () => {
    for (const socket of sockets) await socket.dispose();
    await stop?.();
    await served?.close();
    await test?.database.close();
  });

  const ask = (as: string | null, query: string, variables: object = {}): Promise<Answer> =>
    served.ask(query, variables, as === null ? {} : { authorization: `Bearer ${tokens.get(as)!}` });

  async function data<T>(as: string | null, query: string, variables: object = {}): Promise<T> {
    const answer = await ask(as, query, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data as T;
  }

  const all = async (as: string | null): Promise<Seen[]> => {
    const { environment } = await data<InEnvironment>(as, `query ($id: ID!) { environment(id: $id) { ballots { edges { node {
      id state version missingLocales question { locale text } closesAt openedAt options { id kind label { text } }
      turnout { roll voted asOf constituencies { constituency roll voted } }
      result { ${RESULT} } certifications { role person { displayName } } } } } } }`, { id: made.environmentId });
    return environment.ballots.edges.map((edge) => edge.node);
  };

  const input = (rest: object = {}) => ({
    environmentId: made.environmentId, method: 'YES_NO', binding: 'ADVISORY', combine: 'EVERY_CONSTITUENCY', options: [], description: [],
    question: [{ locale: 'en', text: 'Shall the library open at seven?' }, { locale: 'es', text: '¿La biblioteca debe abrir a las siete?' }],
    constituencies: [{ constituency: 'TEACHER', quorum: { kind: 'COUNT', count: 1 } }, { constituency: 'OTHER_STAFF', quorum: { kind: 'NONE' } }],
    closesAt: new Date(Date.now() + 3_600_000).toISOString(), ...rest,
  });

  const act = async (as: string, name: string, { id, version }: Ballot, extra = ''): Promise<Acted> =>
    (await data<{ answer: Acted }>(as, `mutation ($id: ID!, $version: Int!) { answer: ${name}(id: $id, version: $version${extra}) { ${CHANGE} } }`, { id, version })).answer;

  const drafting = async (rest: object): Promise<{ readonly ballot?: Seen }> =>
    (await data<{ draftBallot: { ballot?: Seen } }>('coordinator', `mutation ($input: BallotInput!) { draftBallot(input: $input) {
      __typename ... on BallotSaved { ballot { id version state missingLocales options { id kind } } } ... on BallotFaulty { faults { field code } } } }`, { input: input(rest) })).draftBallot;
  const draft = async (rest: object = {}): Promise<Seen> => (await drafting(rest)).ballot!;

  async function opened(rest: object = {}): Promise<Seen> {
    const ballot = await draft(rest);
    const scheduled = await act('coordinator', 'scheduleBallot', ballot);
    const open = await act('coordinator', 'openBallot', { id: ballot.id, version: scheduled.ballot!.version });
    return { ...ballot, ...open.ballot! };
  }

  const cast = async (as: string, ballot: Seen, kind: string, key = randomBytes(16).toString('hex')): Promise<object> =>
    (await data<{ castBallot: object }>(as, `mutation ($input: CastBallotInput!) { castBallot(input: $input) {
      __typename ... on BallotCast { again ballot { participation { constituency voted } viewerCan { cast } } }
      ... on BallotRefused { reason about } } }`,
    { input: { ballotId: ballot.id, key, optionIds: [ballot.options.find((option) => option.kind === kind)!.id] } })).castBallot;

  /** Everything a signed-out page hears of a ballot, newest last. */
  function watch(id: string): Heard['ballotChanged'][] {
    const heard: Heard['ballotChanged'][] = [];
    const client = createClient({ url: `${served.address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    sockets.push(client);
    client.subscribe<Heard>(
      { query: `subscription ($id: ID!) { ballotChanged(id: $id) { resume ballotId ballot { state turnout { voted } result { outcome } } } }`, variables: { id } },
      { next: ({ data: next }) => { if (next) heard.push(next.ballotChanged); }, error: (error) => { throw error; }, complete: () => {} });
    return heard;
  }

  const until = (truth: () => boolean | Promise<boolean>) => expect.poll(truth, { timeout: 5000, interval: 20 }).toBe(true);

  it('begins with ballots in every state, of which the public sees no draft', async () => {
    const [seenByAll, seenByCommittee] = await Promise.all([all(null), all('clerk')]);
    expect(seenByCommittee.map((each) => each.state).sort()).toEqual(['CERTIFIED', 'CERTIFIED', 'CERTIFIED', 'DRAFT', 'OPEN', 'OPEN', 'OPEN', 'SCHEDULED']);
    expect(seenByAll.map((each) => each.state).sort()).toEqual(['CERTIFIED', 'CERTIFIED', 'CERTIFIED', 'OPEN', 'OPEN', 'OPEN', 'SCHEDULED']);
    const hidden = seenByCommittee.find((each) => each.state === 'DRAFT')!;
    expect(hidden.missingLocales).toEqual(['es']);
    expect(await data(null, 'query ($id: ID!) { ballot(id: $id) { id } }', { id: hidden.id })).toEqual({ ballot: null });
    const adopted = seenByAll.find((each) => each.state === 'CERTIFIED')!;
    expect(adopted.result).toMatchObject({ outcome: 'ADOPTED', withheld: false });
    expect(adopted.certifications).toHaveLength(2);
    expect(seenByAll.filter((each) => each.state === 'OPEN').every((each) => each.result === null && each.turnout.constituencies.every((pool) => pool.voted! >= 11))).toBe(true);
  });

  it('shows each person what waits for them', async () => {
    const needs = async (as: string) => 
      (await data<{ viewer: { needs: { kind: string }[] } }>(as, '{ viewer { needs { kind dueAt title { locale text } targetId } } }')).viewer.needs.map((need) => need.kind);
    expect(await needs('parent (Spanish)')).toEqual(['CAST_BALLOT', 'CAST_BALLOT', 'CAST_BALLOT', 'NOMINATE']);
    expect(await needs('coordinator')).toContain('CORRECT_DRAFT');
    expect(await needs('community partner')).toEqual([]);
  });

  it('says every fault of a wording at once, and keeps a draft out of the hands of others', async () => {
    expect(await drafting({ question: [], combine: 'TOGETHER', method: 'CHOOSE_ONE' })).toEqual({
      __typename: 'BallotFaulty', faults: [{ field: 'question', code: 'REQUIRED' }, { field: 'options', code: 'TOO_FEW' }],
    });
    const refused = await ask('teacher', 'mutation ($input: BallotInput!) { draftBallot(input: $input) { __typename } }', { input: input() });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const ballot = await draft({ question: [{ locale: 'en', text: 'Only English?' }] });
    expect(await act('coordinator', 'scheduleBallot', ballot)).toEqual({ __typename: 'BallotRefused', reason: 'MISSING_LOCALES', about: ['es'] });
    expect(await act('coordinator', 'scheduleBallot', { ...ballot, version: 7 })).toEqual({ __typename: 'BallotStale', ballot: { version: 1 } });
    const stranger = await ask('clerk', `mutation ($id: ID!) { withdrawBallot(id: $id, version: 1) { __typename } }`, { id: ballot.id });
    expect(stranger.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act('coordinator', 'withdrawBallot', ballot)).toMatchObject({ ballot: { state: 'WITHDRAWN' } });
  });

  it('takes each vote once and says nothing of what it was', async () => {
    const ballot = await opened();
    const key = randomBytes(16).toString('hex');
    expect(await cast('teacher', ballot, 'YES', key)).toEqual({
      __typename: 'BallotCast', again: false, ballot: { participation: { constituency: 'TEACHER', voted: true }, viewerCan: { cast: false } },
    });
    expect(await cast('teacher', ballot, 'YES', key)).toMatchObject({ again: true });
    expect(await cast('teacher', ballot, 'NO')).toMatchObject({ reason: 'ALREADY_VOTED' });
    expect(await cast('student', ballot, 'NO')).toMatchObject({ reason: 'NOT_ON_ROLL' });
    const signedOut = await ask(null, 'mutation ($input: CastBallotInput!) { castBallot(input: $input) { __typename } }',
      { input: { ballotId: ballot.id, optionIds: [ballot.options[0]!.id], key } });
    expect(signedOut.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await act('teacher', 'certifyBallot', ballot)).toMatchObject({ reason: 'NOT_COMMITTEE' });
  });

  it('is followed live by a signed-out page, which hears the result only once two people have certified it', async () => {
    const ballot = await opened();
    const heard = watch(ballot.id);
    await until(() => heard.at(-1)?.ballot?.state === 'OPEN');
    await cast('teacher', ballot, 'YES');
    await cast('other staff', ballot, 'NO');
    await act('coordinator', 'closeBallot', ballot, ', reason: "Everybody has voted."');
    await until(() => heard.at(-1)?.ballot?.state === 'TALLIED');
    expect(heard.every((each) => each.ballot.result === null && each.ballot.turnout.voted === null)).toBe(true);

    const result = async (as: string | null): Promise<Seen> => (await data<{ ballot: Seen }>(as, `query ($id: ID!) { ballot(id: $id) { version result { ${RESULT} } viewerCan { certify } } }`, { id: ballot.id })).ballot;
    const tallied = await result('clerk');
    expect(await result(null)).toMatchObject({ result: null, viewerCan: { certify: false } });
    expect(await result('teacher')).toMatchObject({ result: null });
    expect(tallied).toMatchObject({ result: { outcome: 'NOT_ADOPTED' }, viewerCan: { certify: true } });
    const at = { id: ballot.id, version: tallied.version };
    expect(await act('clerk', 'certifyBallot', at)).toMatchObject({ ballot: { state: 'TALLIED' } });
    expect(await act('clerk', 'certifyBallot', at)).toMatchObject({ reason: 'CERTIFIER_TWICE' });
    expect(await act('administrator', 'certifyBallot', at)).toMatchObject({ ballot: { state: 'CERTIFIED' } });
    await until(() => heard.at(-1)?.ballot?.result?.outcome === 'NOT_ADOPTED');

    expect((await result(null)).result).toEqual({
      outcome: 'NOT_ADOPTED', ballots: null, withheld: true, chosen: [], tallies: [],
      constituencies: [
        { constituency: 'TEACHER', roll: expect.any(Number), ballots: null, withheld: true, tallies: [] },
        { constituency: 'OTHER_STAFF', roll: expect.any(Number), ballots: null, withheld: true, tallies: [] },
      ],
      rules: [
        { __typename: 'QuorumExplanation', quorumOf: 'TEACHER', papersNeeded: 1, reached: null, met: true },
        { __typename: 'QuorumExplanation', quorumOf: 'OTHER_STAFF', papersNeeded: 0, reached: null, met: true },
        { __typename: 'MajorityExplanation', majorityOf: 'TEACHER', of: null, needed: null, reached: null, met: true },
        { __typename: 'MajorityExplanation', majorityOf: 'OTHER_STAFF', of: null, needed: null, reached: null, met: false },
      ],
    });
  });

  it('opens and closes by itself within a second of its times', { retry: 2 }, async () => {
    const opensAt = new Date(Date.now() + 700);
    const closesAt = new Date(Date.now() + 1800);
    const ballot = await draft({ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() });
    await act('coordinator', 'scheduleBallot', ballot);
    const read = async (): Promise<Seen> => (await data<{ ballot: Seen }>(null, 'query ($id: ID!) { ballot(id: $id) { state openedAt closedAt } }', { id: ballot.id })).ballot;
    await until(async () => (await read()).state === 'OPEN');
    await until(async () => (await read()).state === 'TALLIED');
    const { openedAt, closedAt } = await read();
    const late = (at: string, due: Date) => new Date(at).getTime() - due.getTime();
    expect(late(openedAt, opensAt)).toBeGreaterThanOrEqual(0);
    expect(late(openedAt, opensAt)).toBeLessThan(1000);
    expect(late(closedAt, closesAt)).toBeGreaterThanOrEqual(0);
    expect(late(closedAt, closesAt)).toBeLessThan(1000);
  });

  it('pages through its ballots without leaving one out, and refuses a page too large', async () => {
    const every = await all('clerk');
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { environment }: InEnvironment = await data<InEnvironment>('clerk', `query ($id: ID!, $after: Cursor) { environment(id: $id) { ballots(first: 2, after: $after) {
        edges { node { id } } pageInfo { hasNextPage endCursor } } } }`, { id: made.environmentId, after });
      seen.push(...environment.ballots.edges.map((edge) => edge.node.id));
      if (!environment.ballots.pageInfo.hasNextPage) break;
      after = environment.ballots.pageInfo.endCursor;
    }
    expect(seen).toEqual(every.map((each) => each.id));
    const large = await ask(null, 'query ($id: ID!) { environment(id: $id) { ballots(first: 1000) { edges { cursor } } } }', { id: made.environmentId });
    expect(large.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'first' });
    const forged = Buffer.from(JSON.stringify(['yesterday', 'x'])).toString('base64url');
    const invented = await ask(null, 'query ($id: ID!, $after: Cursor) { environment(id: $id) { ballots(after: $after) { edges { cursor } } } }', { id: made.environmentId, after: forged });
    expect(invented.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'after' });
  });
});
