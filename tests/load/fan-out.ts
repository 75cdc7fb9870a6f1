import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Bench, type Row, alternate } from './lib/bench.ts';
import { cpuMicroseconds, freePort, start } from './lib/process.ts';
import { benchSchool, openBallot } from './lib/school.ts';
import { median, percentile } from './lib/stats.ts';
import { Wire } from './lib/wire.ts';

const SOCKETS = 1_000;
const TICKS = 40;
const TICK = 100;
const ROUNDS = 3;

/** As long as a ballot's id, for the arm that has no ballots. */
const FLOOR_ID = '00000000-0000-0000-0000-000000000000';

const DOCUMENT = `subscription Live($id: ID!) { ballotChanged(id: $id) { cursor resume ballot {
  id state version turnout { asOf roll voted constituencies { constituency roll voted } } } } }`;

/**
 * One change to a thousand sockets ten times a second, and what a subscription costs to set up, against bare `ws`
 * holding the same conversation and sending one string of the same length (performance.md 3e and 6a).
 */
export async function benchFanOut({ server, client }: Bench): Promise<Row[]> {
  const school = await benchSchool(client, 40);
  const ballot = await openBallot(client, school);
  const port = await freePort();
  const floor = await start(join(import.meta.dirname, 'lib/raw-socket-server.ts'), { PORT: String(port) }, async () => {
    (await Wire.open(port)).close();
  });
  const signal = await Wire.open(port);
  // A nudge, as the turnout timer gives it.
  const change = () => client.query(
    `select pg_notify('happening', pg_snapshot_xmin(pg_current_snapshot())::text || ' ' || jsonb_build_array(jsonb_build_array($1::text, null))::text)`,
    [`ballot:${ballot.id}`]);
  try {
    const joined = await alternate<'raw' | 'hub', Crowd>(ROUNDS, {
      raw: () => crowd(floor.pid, port, null),
      hub: () => crowd(server.pid, server.port, ballot.id),
    });
    const size = median(joined.hub.map((each) => each.length));
    for (const each of [...joined.raw, ...joined.hub]) each.leave();
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    const raw = await crowd(floor.pid, port, null);
    const hub = await crowd(server.pid, server.port, ballot.id);
    const sent = await alternate<'raw' | 'hub', Sent>(ROUNDS, {
      raw: () => send(floor.pid, raw, async () => { await signal.post(`/send/${Math.round(size)}`, ''); }),
      hub: () => send(server.pid, hub, async () => { await change(); }),
    });
    raw.leave();
    hub.leave();
    const connect = median(joined.hub.map((each, round) => each.cost / joined.raw[round]!.cost));
    const delivery = median(sent.hub.map((each, round) => each.cost / sent.raw[round]!.cost));
    const tail = median(sent.hub.map((each, round) => each.p99 / sent.raw[round]!.p99));
    const show = (values: readonly number[]) => median(values).toFixed(1);
    return [
      {
        what: `fan-out to ${SOCKETS} sockets, processor time each delivery`,
        measured: `${show(sent.hub.map((each) => each.cost))} us; ws.send ${show(sent.raw.map((each) => each.cost))} us`,
        ratio: delivery, limit: '<= 1.2x', met: delivery <= 1.2,
      },
      {
        what: 'fan-out p99 from change to the last socket',
        measured: `${show(sent.hub.map((each) => each.p99))} ms; ws.send ${show(sent.raw.map((each) => each.p99))} ms; delivered ${show(sent.hub.map((each) => each.share * 100))}%`,
        ratio: tail, limit: '', met: null,
      },
      {
        what: 'connect and subscribe, processor time',
        measured: `${show(joined.hub.map((each) => each.cost))} us; raw ${show(joined.raw.map((each) => each.cost))} us`,
        ratio: connect, limit: '<= 1.5x', met: connect <= 1.5,
      },
    ];
  } finally {
    signal.close();
    await floor.stop();
  }
}

interface Crowd {
  /** Server microseconds for each socket to connect and be subscribed. */
  readonly cost: number;
  /** Characters of the frame that greeted them. */
  readonly length: number;
  readonly sockets: readonly WebSocket[];
  leave(): void;
}

async function crowd(pid: number, port: number, ballotId: string | null): Promise<Crowd> {
  const before = await cpuMicroseconds(pid);
  const sockets: WebSocket[] = [];
  let length = 0;
  for (let n = 0; n < SOCKETS; n += 50) {
    sockets.push(...await Promise.all(Array.from({ length: 50 }, async (_, k) => {
      // A crowd behind one address would meet the server's limit for one address.
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { localAddress: `127.0.1.${1 + (n + k) % 100}`, perMessageDeflate: false });
      const heard = await greeted(socket, ballotId, String(1 + k % 6));
      length = Math.max(length, heard);
      return socket;
    })));
  }
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  const cost = (await cpuMicroseconds(pid) - before) / SOCKETS;
  return { cost, length, sockets, leave: () => { for (const socket of sockets) socket.terminate(); } };
}

/** @param id the operation's, a small number as our pages have it: what a reader has open already differs. */
function greeted(socket: WebSocket, ballotId: string | null, id: string): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    const hear = (data: Buffer) => {
      const text = data.toString();
      if (text.includes('connection_ack')) {
        socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: DOCUMENT, variables: { id: ballotId ?? FLOOR_ID } } }));
        return;
      }
      if (text.includes('"errors"') || text.includes('"type":"error"')) reject(new Error(text));
      socket.off('message', hear);
      resolve(text.length);
    };
    socket.on('message', hear);
  });
}

interface Sent { readonly cost: number; readonly p99: number; readonly share: number }

async function send(pid: number, { sockets }: Crowd, tick: () => Promise<void>): Promise<Sent> {
  const delays: number[] = [];
  let sentAt = 0;
  const listeners = sockets.map((socket) => {
    const heard = () => { delays.push(performance.now() - sentAt); };
    socket.on('message', heard);
    return heard;
  });
  const before = await cpuMicroseconds(pid);
  for (let n = 0; n < TICKS; n += 1) {
    sentAt = performance.now();
    await tick();
    await new Promise((resolve) => { setTimeout(resolve, Math.max(0, TICK - (performance.now() - sentAt))); });
  }
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  const cost = (await cpuMicroseconds(pid) - before) / delays.length;
  sockets.forEach((socket, n) => socket.off('message', listeners[n]!));
  return { cost, p99: percentile(delays, 99), share: delays.length / (TICKS * sockets.length) };
}
