import { once } from 'node:events';
import { GraphQLError } from 'graphql';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { School } from '../../packages/server/src/modules/people/data/school.entity.ts';
import { buildHouseSchema } from '../../packages/server/src/platform/graphql/build-schema.ts';
import { LIMITS } from '../../packages/server/src/platform/graphql/limits.ts';
import { type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { toy, toyRoom } from '../../packages/server/src/testing/toy-room.ts';
import { Talk } from './talk.ts';

const COUNTED = 'subscription ($id: ID!) { counted(id: $id) { id value } }';

describe('graphql-transport-ws', () => {
  const sessions = handSessions();
  let database: TestDatabase;
  let served: ServedHouse;
  let token: string;
  const open: Talk[] = [];

  beforeAll(async () => {
    database = await cloneDatabase('pglite', [School]);
    served = await serveHouse({ db: database.database, schema: buildHouseSchema([toyRoom]), rooms: [toyRoom], sessions });
    token = sessions.open().token;
  });
  afterAll(async () => {
    for (const talk of open) talk.socket.terminate();
    await served.close();
    await database.database.close();
  });

  async function talk(options: ConstructorParameters<typeof Talk>[1] = {}): Promise<Talk> {
    const made = new Talk(served.address, options);
    open.push(made);
    await made.opened;
    return made;
  }
  async function greeted(): Promise<Talk> {
    const made = await talk();
    made.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect(await made.next()).toMatchObject({ type: 'connection_ack' });
    return made;
  }

  it('closes 4400 on what is not a message', async () => {
    const made = await talk();
    made.socket.send('not json');
    expect(await made.closed).toBe(4400);
  });

  it('closes 4400 on a message of no known type', async () => {
    const made = await greeted();
    made.say({ type: 'shout' });
    expect(await made.closed).toBe(4400);
  });

  it('closes 4400 on a subscribe without a document', async () => {
    const made = await greeted();
    made.say({ id: '1', type: 'subscribe', payload: {} });
    expect(await made.closed).toBe(4400);
  });

  it('closes 4401 on a subscribe before the greeting', async () => {
    const made = await talk();
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED } });
    expect(await made.closed).toBe(4401);
  });

  it('closes 4403 on a bearer token that is nobody\'s', async () => {
    const made = await talk();
    made.say({ type: 'connection_init', payload: { authorization: 'Bearer made-up-token-of-no-one' } });
    expect(await made.closed).toBe(4403);
  });

  it('closes 4406 on a client that speaks no subprotocol of ours', async () => {
    const made = await talk({ protocols: [] });
    expect(await made.closed).toBe(4406);
  });

  it('closes 4408 on a client that never greets', async () => {
    const made = await talk();
    expect(await made.closed).toBe(4408);
  }, 10_000);

  it('closes 4409 on an operation id in use', async () => {
    const made = await greeted();
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } });
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } });
    expect(await made.closed).toBe(4409);
  });

  it('closes 4429 on a second greeting, and on the 21st subscription', async () => {
    const twice = await greeted();
    twice.say({ type: 'connection_init' });
    expect(await twice.closed).toBe(4429);
    const many = await greeted();
    for (let n = 0; n <= 20; n += 1) many.say({ id: String(n), type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } });
    expect(await many.closed).toBe(4429);
  });

  it('allows 20 subscriptions, and another once one is complete', async () => {
    const made = await greeted();
    for (let n = 0; n < 20; n += 1) made.say({ id: String(n), type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } });
    for (let n = 0; n < 20; n += 1) expect(await made.next()).toMatchObject({ type: 'next' });
    made.say({ id: '7', type: 'complete' });
    made.say({ id: 'more', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } });
    expect(await made.next()).toMatchObject({ id: 'more', type: 'next' });
  });

  it('closes 4429 on a flood of messages or of pings, and answers none of the rest', async () => {
    const { burst } = LIMITS.messagesPerSocket;
    const shouting = await greeted();
    for (let i = 0; i < 3 * burst; i += 1) shouting.say({ type: 'ping' });
    expect(await shouting.closed).toBe(4429);
    let pongs = 0;
    while (!await shouting.quiet(0)) {
      expect(await shouting.next()).toEqual({ type: 'pong' });
      pongs += 1;
    }
    expect(pongs).toBeLessThan(2 * burst);
    const knocking = await greeted();
    // One after the other: many that wait for their pong at once are cut off by the library itself.
    for (let i = 0; i < 3 * burst && knocking.socket.readyState === WebSocket.OPEN; i += 1) {
      knocking.socket.ping();
      await Promise.race([once(knocking.socket, 'pong'), knocking.closed]);
    }
    expect(await knocking.closed).toBe(4429);
  });

  it('closes 1009 on a message past 16 kB', async () => {
    const made = await greeted();
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'x'.repeat(17 * 1024) } } });
    expect(await made.closed).toBe(1009);
  });

  it('answers ping with pong, with its payload, also before the greeting', async () => {
    const made = await talk();
    made.say({ type: 'ping' });
    expect(await made.next()).toEqual({ type: 'pong' });
    made.say({ type: 'ping', payload: { n: 1 } });
    expect(await made.next()).toEqual({ type: 'pong', payload: { n: 1 } });
    made.say({ type: 'pong' });
  });

  it('sends the state of things on joining, and nothing after complete', async () => {
    const made = await greeted();
    toy.set('b', 4);
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'b' } } });
    expect(await made.next()).toEqual({ id: '1', type: 'next', payload: { data: { counted: { id: 'b', value: 4 } } } });
    made.say({ id: '1', type: 'complete' });
    made.say({ type: 'ping' });
    expect(await made.next()).toEqual({ type: 'pong' });
    await served.events.nudge('toy:b');
    expect(await made.quiet(200)).toBe(true);
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'b' } } });
    expect(await made.next()).toMatchObject({ id: '1', type: 'next' });
  });

  it('refuses queries and mutations', async () => {
    const made = await greeted();
    for (const query of ['{ hello }', 'mutation { say(input: { word: "hi" }) }']) {
      made.say({ id: '1', type: 'subscribe', payload: { query } });
      expect(await made.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code: 'BAD_INPUT', rule: 'SUBSCRIPTIONS_ONLY' } }] });
    }
  });

  it('asks about the field that runs, not about one that a directive leaves out', async () => {
    const stranger = await talk();
    stranger.say({ type: 'connection_init' });
    expect(await stranger.next()).toMatchObject({ type: 'connection_ack' });
    const smuggled = [
      'subscription { ... on Subscription @skip(if: true) { nosy { id } } counted(id: "a") { value } }',
      'subscription { nosy @skip(if: true) { id } counted(id: "a") { value } }',
      'subscription { ...Left @include(if: false) counted(id: "a") { value } } fragment Left on Subscription { nosy { id } }',
    ];
    for (const query of smuggled) {
      stranger.say({ id: '1', type: 'subscribe', payload: { query } });
      expect(await stranger.next(), query).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    const either = 'subscription ($open: Boolean!) { nosy @skip(if: $open) { id } counted(id: "a") @include(if: $open) { value } }';
    for (const query of [either, 'subscription { counted(id: "a") @skip(if: true) { value } }']) {
      stranger.say({ id: '1', type: 'subscribe', payload: { query, variables: { open: true } } });
      expect(await stranger.next(), query).toMatchObject({ type: 'error' });
    }
  });

  it('reports faults of a document as errors of its operation, and keeps the socket', async () => {
    const made = await greeted();
    const faults: [string, string][] = [
      ['subscription {', 'GRAPHQL_PARSE_FAILED'],
      ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription A { nosy { id } } subscription B { nosy { id } }', 'OPERATION_RESOLUTION_FAILURE'],
      [COUNTED, 'BAD_INPUT'],
    ];
    for (const [query, code] of faults) {
      made.say({ id: '1', type: 'subscribe', payload: { query } });
      expect(await made.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code } }] });
    }
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } });
    expect(await made.next()).toMatchObject({ type: 'next' });
  });

  it('keeps to the limits of HTTP: depth, aliases, directives, tokens', async () => {
    const made = await greeted();
    const counted = (inside: string) => `subscription { counted(id: "a") { ${inside} } }`;
    const tooMuch = [
      counted(Array.from({ length: 16 }, (_, n) => `a${n}: id`).join(' ')),
      counted(`id ${'@include(if: true) '.repeat(1)} ${Array.from({ length: 21 }, () => 'value @include(if: true)').join(' ')}`),
    ];
    for (const query of tooMuch) {
      made.say({ id: '1', type: 'subscribe', payload: { query } });
      expect(await made.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'TOO_COMPLEX' } }] });
    }
    made.say({ id: '1', type: 'subscribe', payload: { query: counted('id '.repeat(2001)) } });
    expect(await made.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
  });

  it('masks what fails inside, and names the request', async () => {
    const made = await greeted();
    made.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { broken { id } }' } });
    const message = await made.next();
    expect(message).toMatchObject({ type: 'next', payload: { data: null, errors: [{ extensions: { code: 'INTERNAL', requestId: expect.any(String) } }] } });
    expect(JSON.stringify(message)).not.toMatch(/person_pii|constraint|secret/);
  });

  it('gives a shared execution no viewer to read', async () => {
    const made = await greeted();
    made.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { nosy { id } }' } });
    expect(await made.next()).toMatchObject({ payload: { data: null, errors: [{ extensions: { code: 'INTERNAL' } }] } });
  });

  it('ends an anonymous subscription to what needs a session with UNAUTHENTICATED', async () => {
    const made = await talk();
    made.say({ type: 'connection_init' });
    await made.next();
    made.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } });
    expect(await made.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('refuses the upgrade of a foreign page, and of another path', async () => {
    expect(await refusal(`${served.address}/graphql`, { origin: 'https://evil.example' })).toBe(403);
    expect(await refusal(`${served.address}/graphql`, { origin: 'null' })).toBe(403);
    expect(await refusal(`${served.address}/other`, {})).toBe(404);
    const port = new URL(served.address).port;
    for (const origin of ['http://plenary.example', `http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
      const made = await talk({ headers: { origin } });
      made.say({ type: 'ping' });
      expect(await made.next()).toEqual({ type: 'pong' });
    }
  });

  it('takes the cookie of its own pages, and of nobody without an Origin', async () => {
    const cookie = `other=1; plenary=${sessions.open({ transport: 'COOKIE' }).token}`;
    const subscribe = { id: '1', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'a' } } };
    const page = await talk({ headers: { origin: 'http://plenary.example', cookie } });
    page.say({ type: 'connection_init' });
    await page.next();
    page.say(subscribe);
    expect(await page.next()).toMatchObject({ type: 'next' });
    const program = await talk({ headers: { cookie } });
    program.say({ type: 'connection_init' });
    await program.next();
    program.say(subscribe);
    expect(await program.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('does not take a cookie\'s token for a bearer token', async () => {
    const made = await talk();
    made.say({ type: 'connection_init', payload: { authorization: `Bearer ${sessions.open({ transport: 'COOKIE' }).token}` } });
    expect(await made.closed).toBe(4403);
  });

  it('resumes beside the variables: a malformed cursor is answered RELOAD', async () => {
    const made = await greeted();
    const query = 'subscription { counted(id: "a") { resume cursor subjectId } }';
    made.say({ id: '1', type: 'subscribe', payload: { query, extensions: { cursor: 'garbage!' } } });
    expect(await made.next()).toMatchObject({ payload: { data: { counted: { resume: 'RELOAD', subjectId: null } } } });
  });
});

describe('graphql-transport-ws for the house\'s own pages only', () => {
  let database: TestDatabase;
  let served: ServedHouse;

  beforeAll(async () => {
    database = await cloneDatabase('pglite', [School]);
    served = await serveHouse({
      db: database.database, schema: buildHouseSchema([toyRoom]), config: { openGraphql: false },
    });
  });
  afterAll(async () => {
    await served.close();
    await database.database.close();
  });

  it('executes no document it does not know, and shows no schema', async () => {
    const made = new Talk(served.address);
    await made.opened;
    made.say({ type: 'connection_init' });
    await made.next();
    for (const payload of [
      { query: 'subscription { nosy { id } }' },
      { query: '{ __schema { types { name } } }' },
      { query: 'subscription { __typename }' },
      { query: '', documentId: `sha256:${'0'.repeat(64)}` },
      { query: '', documentId: { $ne: null } },
    ]) {
      made.say({ id: '1', type: 'subscribe', payload });
      expect(await made.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'UNKNOWN_DOCUMENT' } }] });
    }
    made.socket.terminate();
  });

  it('says 1001 when the server goes, so that pages come back', async () => {
    const made = new Talk(served.address);
    await made.opened;
    const began = performance.now();
    await served.sockets.close();
    expect(await made.closed).toBe(1001);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

function refusal(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws', { headers });
    socket.once('unexpected-response', (_request, response) => { resolve(response.statusCode ?? 0); });
    socket.once('open', () => { reject(new GraphQLError('it was let in')); });
    socket.once('error', () => {});
  });
}
