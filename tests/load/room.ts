import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Bench, type Row, alternate } from './lib/bench.ts';
import { cpuMicroseconds, freePort, start } from './lib/process.ts';
import { benchSchool, signIn } from './lib/school.ts';
import { type Screens, screens } from './lib/screens.ts';
import { dueMeeting } from './lib/sitting.ts';
import { median, percentile } from './lib/stats.ts';
import { Wire } from './lib/wire.ts';

const PEOPLE = 60;
const MEMBERS = 12;
const ACTS = 60;
/** Between two acts, as fast as a secretary taps. */
const PAUSE = 200;
const NUDGES = 200;
const ROUNDS = 3;

const DOCUMENT = `subscription Room($id: ID!) { sittingChanged(id: $id) { cursor resume meetingId sitting {
  id version state calledToOrderAt endedAt visitors currentItemId commentOfferedAt now
  members { id presence since } quorum { needed present members met } items { id outcome commentOfferedAt }
  speakers { id state seconds spentSeconds running } } } }`;

/**
 * Sixty people in one room: from an act to the last screen, and what one more screen costs the server, against bare `ws`
 * sending a string of the same length. What a change costs once, however many look on, stands beside.
 */
export async function benchRoom({ server, client }: Bench): Promise<Row[]> {
  const school = await benchSchool(client, MEMBERS);
  const meetingId = await dueMeeting(client, school, MEMBERS);
  const token = await signIn(client, school.schoolId, school.coordinatorId);
  const wire = await Wire.open(server.port);
  const ask = async (query: string, variables: object) => {
    const { text } = await wire.post('/graphql', JSON.stringify({ query, variables }), token);
    const answer = JSON.parse(text) as { data?: Record<string, { __typename: string }> };
    if (Object.values(answer.data ?? {})[0]?.__typename !== 'SittingDone') throw new Error(text);
    return answer;
  };
  await ask('mutation ($key: ID!, $id: ID!) { callToOrder(key: $key, id: $id) { __typename ... on SittingRefused { refusals { reason } } } }', { key: randomUUID(), id: meetingId });
  const { rows: members } = await client.query<{ id: string }>('select id from sitting_member where meeting_id = $1', [meetingId]);
  let turn = 0;
  const act = () => {
    const member = members[turn % members.length]!.id;
    const kind = Math.floor(turn / members.length) % 2 === 0 ? 'ARRIVED' : 'LEFT';
    turn += 1;
    return ask(
      'mutation ($key: ID!, $id: ID!, $memberId: ID!, $kind: AttendanceKind!) { recordAttendance(key: $key, id: $id, memberId: $memberId, kind: $kind) { __typename ... on SittingRefused { refusals { reason } } } }',
      { key: randomUUID(), id: meetingId, memberId: member, kind });
  };
  const port = await freePort();
  const floor = await start(join(import.meta.dirname, 'lib/raw-socket-server.ts'), { PORT: String(port) }, async () => { (await Wire.open(port)).close(); });
  const crowds: Screens[] = [];
  const lookOn = async (at: number, count: number) => {
    const crowd = await screens(at, count, DOCUMENT, meetingId);
    crowds.push(crowd);
    return crowd;
  };
  try {
    const room = await lookOn(server.port, PEOPLE);
    const delays = await room.delaysOf(ACTS, PAUSE, act);
    const size = room.length();
    room.leave();
    const nudge = () => client.query(
      `select pg_notify('happening', pg_snapshot_xmin(pg_current_snapshot())::text || ' ' || jsonb_build_array(jsonb_build_array($1::text, null))::text)`, [`sitting:${meetingId}`]);
    const cost = async (pid: number, at: number, count: number, tick: () => Promise<unknown>) => {
      const crowd = await lookOn(at, count);
      const before = await cpuMicroseconds(pid);
      await crowd.delaysOf(NUDGES, 0, tick);
      const spent = (await cpuMicroseconds(pid) - before) / NUDGES;
      crowd.leave();
      return spent;
    };
    // A connection for each turn: while the other arm is measured, an idle one would be closed.
    const rawCost = async (count: number) => {
      const signal = await Wire.open(port);
      try {
        return await cost(floor.pid, port, count, () => signal.post(`/send/${size}`, ''));
      } finally {
        signal.close();
      }
    };
    const costs = await alternate<'hub60' | 'hub1' | 'raw60' | 'raw1', number>(ROUNDS, {
      hub60: () => cost(server.pid, server.port, PEOPLE, nudge), hub1: () => cost(server.pid, server.port, 1, nudge),
      raw60: () => rawCost(PEOPLE), raw1: () => rawCost(1),
    });
    const more = (full: readonly number[], one: readonly number[]) => median(full.map((each, n) => (each - one[n]!) / (PEOPLE - 1)));
    const [hub, bare] = [more(costs.hub60, costs.hub1), more(costs.raw60, costs.raw1)];
    const p99 = percentile(delays, 99);
    return [
      {
        what: `room of ${PEOPLE}: act to last screen, p99 of ${ACTS} acts`,
        measured: `${p99.toFixed(0)} ms, median ${median(delays).toFixed(0)} ms, ${(delays.length / (ACTS * PEOPLE) * 100).toFixed(1)}% heard`,
        ratio: null, limit: '< 1000 ms, all heard', met: p99 < 1000 && delays.length === ACTS * PEOPLE,
      },
      {
        what: `room of ${PEOPLE}: one more screen, processor time each change`,
        measured: `${hub.toFixed(1)} us; ws.send ${bare.toFixed(1)} us; once for all screens ${(median(costs.hub1) / 1000).toFixed(1)} ms`,
        ratio: hub / bare, limit: '<= 1.5x', met: hub / bare <= 1.5,
      },
    ];
  } finally {
    for (const each of crowds) each.leave();
    wire.close();
    await floor.stop();
  }
}
