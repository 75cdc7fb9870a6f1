import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { School } from '../../packages/server/src/modules/people/data/school.entity.ts';
import type { Database, Watch } from '../../packages/server/src/platform/database/database.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { systemClock } from '../../packages/server/src/platform/clock/system-clock.ts';
import { buildHouseSchema } from '../../packages/server/src/platform/graphql/build-schema.ts';
import { outletOf } from '../../packages/server/src/platform/graphql/subscriptions/outlet.ts';
import { Member } from '../../packages/server/src/platform/graphql/subscriptions/member.ts';
import { createLogger } from '../../packages/server/src/platform/log/logger.ts';
import { LiveSessions } from '../../packages/server/src/platform/session/live-sessions.ts';
import { type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';
import { toy, toyRoom } from '../../packages/server/src/testing/toy-room.ts';
import { type Message, Talk } from './talk.ts';

const COUNTED = 'subscription ($id: ID!, $filler: Int! = 0) { counted(id: $id, filler: $filler) { id value cursor resume subjectId filler } }';

interface Counted { readonly id: string; readonly value: number; readonly cursor: string; readonly resume: string; readonly subjectId: string | null }

const countedOf = (message: Message): Counted => (message as { payload: { data: { counted: Counted } } }).payload.data.counted;

onEachEngine('many watch one thing', [School], (test) => {
  const sessions = handSessions();
  const talks: Talk[] = [];
  let served: ServedHouse;

  beforeAll(async () => {
    served = await serveHouse({ db: test().database, schema: buildHouseSchema([toyRoom]), rooms: [toyRoom], sessions });
  });
  afterAll(async () => {
    for (const talk of talks) talk.socket.terminate();
    await served.close();
  });

  async function greet(token: string): Promise<Talk> {
    const talk = new Talk(served.address);
    talks.push(talk);
    await talk.opened;
    talk.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await talk.next();
    return talk;
  }
  async function watch(token: string, variables: object, cursor?: string): Promise<Talk> {
    const talk = await greet(token);
    talk.say({ id: '1', type: 'subscribe', payload: { query: COUNTED, variables, extensions: { cursor } } });
    return talk;
  }
  const happen = (schoolId: string, topic: string, subjects: readonly string[]) =>
    test().database.transaction(school(schoolId), (em) =>
      served.events.record(em, subjects.map((subjectId) => ({ schoolId, topic, kind: 'toy.moved', subjectId }))));

  it('is executed once for all who ask the same, whoever they are', async () => {
    const schoolId = randomUUID();
    const watching = await Promise.all(Array.from({ length: 20 }, () => watch(sessions.open({ schoolId }).token, { id: 'once' })));
    for (const talk of watching) expect(countedOf(await talk.next())).toMatchObject({ id: 'once', resume: 'LIVE', subjectId: null });
    toy.executions = 0;
    toy.set('once', 41);
    await served.events.nudge('toy:once');
    for (const talk of watching) expect(countedOf(await talk.next()).value).toBe(41);
    expect(toy.executions).toBe(1);
    expect(served.sockets.hub.channels).toBe(1);
    for (const talk of watching) talk.say({ id: '1', type: 'complete' });
    await vi.waitFor(() => { expect(served.sockets.hub.channels).toBe(0); });
  });

  it('keeps apart other questions and other schools', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const inOne = await watch(sessions.open({ schoolId: one }).token, { id: 'apart' });
    const inTwo = await watch(sessions.open({ schoolId: two }).token, { id: 'apart' });
    const other = await watch(sessions.open({ schoolId: one }).token, { id: 'another' });
    const first = await Promise.all([inOne, inTwo, other].map(async (talk) => countedOf(await talk.next())));
    expect(served.sockets.hub.channels).toBe(3);
    await happen(one, 'toy:another', [randomUUID()]);
    expect(countedOf(await other.next()).subjectId).not.toBeNull();
    expect(await inOne.quiet(300)).toBe(true);
    expect(await inTwo.quiet(0)).toBe(true);
    // A replay reads one school's rows, whatever cursor is shown.
    await happen(two, 'toy:apart', [randomUUID()]);
    const again = await watch(sessions.open({ schoolId: one }).token, { id: 'apart' }, first[0]!.cursor);
    expect(countedOf(await again.next())).toMatchObject({ resume: 'LIVE', subjectId: null });
    for (const talk of [inOne, inTwo, other, again]) talk.socket.terminate();
  });

  it('orders do not matter to the question, nor does a variable left to its default', async () => {
    const { token, schoolId } = sessions.open();
    const plain = await watch(token, { id: 'same' });
    const spelled = await watch(sessions.open({ schoolId }).token, { filler: 0, id: 'same' });
    await plain.next();
    await spelled.next();
    expect(served.sockets.hub.channels).toBe(1);
    for (const talk of [plain, spelled]) talk.socket.terminate();
    await vi.waitFor(() => { expect(served.sockets.hub.channels).toBe(0); });
  });

  it('nor do small and capital letters of an id, and all of them hear what happens', async () => {
    const { schoolId, token } = sessions.open();
    const id = randomUUID();
    const small = await watch(token, { id });
    const capital = await watch(sessions.open({ schoolId }).token, { id: id.toUpperCase() });
    const within = await greet(sessions.open({ schoolId }).token);
    within.say({ id: '1', type: 'subscribe', payload: { query: COUNTED.replace('$id: ID!, ', '').replace('id: $id', `id: "${id.toUpperCase()}"`), variables: {} } });
    for (const talk of [small, capital, within]) await talk.next();
    // Another text is another question; its topic is the same.
    expect(served.sockets.hub.channels).toBe(2);
    toy.set(id, 7);
    await served.events.nudge(`toy:${id}`);
    for (const talk of [small, capital]) expect(countedOf(await talk.next())).toMatchObject({ id, value: 7 });
    await within.next();
    for (const talk of [small, capital, within]) talk.socket.terminate();
    await vi.waitFor(() => { expect(served.sockets.hub.channels).toBe(0); });
  });

  it('ends with the session: UNAUTHENTICATED at once, and nothing after', async () => {
    const schoolId = randomUUID();
    const [leaving, staying] = [sessions.open({ schoolId }), sessions.open({ schoolId })];
    const dismissed = await watch(leaving.token, { id: 'revoked' });
    const colleague = await watch(staying.token, { id: 'revoked' });
    await dismissed.next();
    await colleague.next();
    await sessions.end(test().database, leaving);
    expect(await dismissed.next()).toEqual({ id: '1', type: 'error', payload: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] });
    await served.events.nudge('toy:revoked');
    expect(countedOf(await colleague.next()).id).toBe('revoked');
    expect(await dismissed.quiet(300)).toBe(true);
    // Nor does the same socket get in again by asking for more.
    dismissed.say({ id: '2', type: 'subscribe', payload: { query: COUNTED, variables: { id: 'revoked' } } });
    expect(await dismissed.next()).toMatchObject({ id: '2', type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('ends when the person may no longer see it, though the session lives', async () => {
    const person = sessions.open();
    const talk = await watch(person.token, { id: 'denied' });
    await talk.next();
    toy.deny(person.personId);
    await test().database.executeAsOwner(`select pg_notify('session', $1)`, [person.personId]);
    expect(await talk.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('asks the database nothing about sessions while it delivers', async () => {
    const talk = await watch(sessions.open().token, { id: 'quiet' });
    await talk.next();
    const asked = sessions.asked;
    for (let n = 1; n <= 5; n += 1) {
      toy.set('quiet', n);
      await served.events.nudge('toy:quiet');
      expect(countedOf(await talk.next()).value).toBe(n);
    }
    expect(sessions.asked).toBe(asked);
  });

  it('outlives a client that stops reading through 4,000 events, and gives it the newest when it reads again', async () => {
    const { schoolId, token } = sessions.open();
    const paused = await watch(token, { id: 'slow', filler: 6000 });
    const reading = await watch(sessions.open({ schoolId }).token, { id: 'slow', filler: 6000 });
    await paused.next();
    await reading.next();
    paused.socket.pause();
    const before = process.memoryUsage().rss;
    for (let batch = 0; batch < 40; batch += 1) {
      await happen(schoolId, 'toy:slow', Array.from({ length: 100 }, () => randomUUID()));
    }
    await served.events.nudge('toy:slow');
    expect((await served.ask('{ hello }')).data).toEqual({ hello: 'hello' });
    await vi.waitFor(() => { expect(served.sockets.hub.executions).toBeGreaterThan(100); }, 10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    paused.socket.resume();
    await happen(schoolId, 'toy:slow', [schoolId]);
    toy.set(schoolId, 7);
    const seen: Counted[] = [];
    while (!seen.some((each) => each.subjectId === schoolId || each.resume === 'RELOAD')) seen.push(countedOf(await paused.next()));
    for (const talk of [paused, reading]) talk.socket.terminate();
  });

  it('misses none of 10,000 events over 50 lost connections (a few of each on the embedded engine)', async () => {
    const { schoolId, token } = sessions.open();
    const [total, losses] = test().database.kind === 'postgresql' ? [10_000, 50] : [400, 10];
    const subjects = Array.from({ length: total }, () => randomUUID());
    const seen = new Set<string>();
    const first = await watch(token, { id: 'away' });
    let { cursor } = countedOf(await first.next());
    first.socket.terminate();
    const writing = (async () => {
      for (let n = 0; n < total; n += 20) {
        await happen(schoolId, 'toy:away', subjects.slice(n, n + 20));
        // Sockets must have their turn, and a reader more than a thousand behind is rightly told to reload.
        do await new Promise((resolve) => { setTimeout(resolve, 1); }); while (n - seen.size > 600);
      }
    })();
    let reconnects = 0;
    let reloads = 0;
    while (reloads === 0 && (reconnects < losses || seen.size < total)) {
      const talk = await watch(token, { id: 'away' }, cursor);
      reconnects += 1;
      const until = performance.now() + 20 + Math.random() * 60;
      do {
        const counted = countedOf(await talk.next());
        cursor = counted.cursor;
        if (counted.subjectId !== null) seen.add(counted.subjectId);
        if (counted.resume === 'RELOAD') reloads += 1;
      } while (performance.now() < until && seen.size < total && reloads === 0);
      talk.socket.terminate();
    }
    expect(reloads).toBe(0);
    await writing;
    expect(subjects.filter((each) => !seen.has(each))).toEqual([]);
    expect(reconnects).toBeGreaterThanOrEqual(losses);
    // Bounded by what it does, not by how busy the machine is.
  }, 180_000);
});

describe('one operation on a socket that does not read', () => {
  const operation = undefined as never;
  const frame = (about: string, n: number) => ({ about, tail: Buffer.from(`"${n}"}`) });

  it('keeps the newest of each subject, and asks for a reload past a few', () => {
    const sent: string[] = [];
    const outlet = { waiting: 0, send: (head: Buffer, tail: Buffer) => { sent.push(`${head}${tail}`); } };
    const member = new Member('1', outlet, operation, () => {});
    expect(member.deliver(frame('a', 1))).toBe(false);
    outlet.waiting = 1e6;
    for (let n = 2; n < 100; n += 1) expect(member.deliver(frame('a', n))).toBe(true);
    member.deliver(frame('b', 1));
    expect(sent).toHaveLength(1);
    outlet.waiting = 0;
    expect(member.release()).toBe(false);
    expect(sent.slice(1)).toEqual(['{"id":"1","type":"next","payload":"99"}', '{"id":"1","type":"next","payload":"1"}']);
    outlet.waiting = 1e6;
    for (let n = 0; n < 4000; n += 1) member.deliver(frame(`subject ${n}`, n));
    outlet.waiting = 0;
    expect(member.release()).toBe(true);
    expect(sent).toHaveLength(3);
  });

  it('sends nothing for a session that is being asked for again', () => {
    const sent: string[] = [];
    const member = new Member('1', { waiting: 0, send: (head, tail) => { sent.push(`${head}${tail}`); } }, operation, () => {});
    member.live = false;
    member.deliver(frame('a', 1));
    expect([member.ready, sent]).toEqual([false, []]);
    member.live = true;
    member.release();
    expect(sent).toHaveLength(1);
  });

  it('is written the frame of all who number it alike, and no other\'s', () => {
    const written: Buffer[][] = [[], [], [], []];
    const members = ['1', '2', '1', '"é"'].map((id, n) => {
      const connection = { writableLength: 0, write: (data: Buffer) => { written[n]!.push(data); } };
      return new Member(id, outletOf({ readyState: WebSocket.OPEN } as WebSocket, connection as unknown as Socket), operation, () => {});
    });
    for (const each of [frame('a', 1), frame('a', 2)]) for (const member of members) member.deliver(each);
    const read = written.map((frames) => frames.map((data) => data.subarray(2).toString()));
    const ids = ['"1"', '"2"', '"1"', '"\\"é\\""'];
    expect(read).toEqual(ids.map((id) => [1, 2].map((value) => `{"id":${id},"type":"next","payload":"${value}"}`)));
    expect(written[0]![0]).toBe(written[2]![0]);
  });
});

describe('a frame written by hand', () => {
  it('is what a WebSocket client reads, at every length the header is written differently for', async () => {
    const texts = [10, 125, 126, 127, 65_535, 65_536, 200_000].map((length) => 'é'.repeat(length / 2) + (length % 2 ? 'x' : ''));
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    server.on('connection', (socket, { socket: connection }) => {
      const outlet = outletOf(socket, connection);
      for (const text of texts) outlet.send(Buffer.from(text).subarray(0, 7), Buffer.from(text).subarray(7));
      socket.close();
    });
    await once(server, 'listening');
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const read: string[] = [];
    client.on('message', (data) => { read.push(String(data)); });
    const [code] = await once(client, 'close') as [number];
    server.close();
    expect(read.map((text, at) => text === texts[at])).toEqual(texts.map(() => true));
    expect(code).toBe(1005);
  });
});

describe('sessions while notifications cannot be heard', () => {
  it('are believed no more: requests ask again, and sockets wait until it was asked', async () => {
    let watched: Watch = {};
    const db = { listen: async (_channel: string, _heard: unknown, watch: Watch) => { watched = watch; return async () => {}; } } as unknown as Database;
    const source = handSessions();
    const live = new LiveSessions(source, systemClock, createLogger('silent'));
    await live.start(db);
    const session = source.open();
    await live.find(session.token);
    const told: string[] = [];
    live.follow(session.token, session, {
      hold: () => { told.push('hold'); }, live: () => { told.push('live'); }, ended: () => { told.push('ended'); },
    });
    watched.lost?.();
    expect(told).toEqual(['hold']);
    const asked = source.asked;
    await live.find(session.token);
    await live.find(session.token);
    expect(source.asked).toBe(asked + 2);
    expect(told).toEqual(['hold']);
    watched.back?.();
    await vi.waitFor(() => { expect(told).toEqual(['hold', 'live']); });
    await live.stop();
  });

  it('an answer read while a revocation arrived is asked for again', async () => {
    let heard: (id: string) => void = () => {};
    const db = { listen: async (_channel: string, hear: typeof heard) => { heard = hear; return async () => {}; } } as unknown as Database;
    const source = handSessions();
    const session = source.open();
    let release = () => {};
    const slow = { find: async (token: string) => {
      const found = await source.find(token, true);
      await new Promise<void>((resolve) => { release = resolve; });
      return found;
    } };
    const live = new LiveSessions(slow, systemClock, createLogger('silent'));
    await live.start(db);
    const answer = live.find(session.token);
    await vi.waitFor(() => { expect(source.asked).toBe(1); });
    // The row was read as live; before the answer is back, it is revoked.
    await source.end({ executeAsOwner: async () => ({ rows: [] }) } as unknown as Database, session);
    heard(session.sessionId);
    release();
    await vi.waitFor(() => { expect(source.asked).toBe(2); });
    release();
    expect(await answer).toBeNull();
    await live.stop();
  });
});
