import { join } from 'node:path';
import { type Bench, type Row, alternate } from './lib/bench.ts';
import { cpuMicroseconds, freePort, start } from './lib/process.ts';
import { benchSchool, openBallot } from './lib/school.ts';
import { median } from './lib/stats.ts';
import { Wire } from './lib/wire.ts';

const CONNECTIONS = 8;
const REQUESTS = 800;
const ROUNDS = 5;

const PAGE = `query Page($id: ID!) { ballot(id: $id) {
  id state question { locale text } closesAt environment { id name } options { id kind label { locale text } }
  turnout { roll voted constituencies { constituency roll voted } } } }`;
const LIST = `query List($id: ID!) { environment(id: $id) { id ballots(first: 20) {
  edges { cursor node { id state question { locale text } closesAt } } pageInfo { hasNextPage endCursor } } } }`;

/** Processor time of the ballot page and the ballot list against one hand-written statement each (performance.md 6a). */
export async function benchPages({ server, client, databaseUrl }: Bench): Promise<Row[]> {
  const school = await benchSchool(client, 400);
  const ballots = [];
  for (let n = 0; n < 25; n += 1) ballots.push(await openBallot(client, school));
  const port = await freePort();
  const floor = await start(join(import.meta.dirname, 'lib/one-sql-server.ts'), { PORT: String(port), DATABASE_URL: databaseUrl }, async () => {
    (await Wire.open(port)).close();
  });
  const ours = await Promise.all(Array.from({ length: CONNECTIONS }, () => Wire.open(server.port)));
  const theirs = await Promise.all(Array.from({ length: CONNECTIONS }, () => Wire.open(port)));
  const rows: Row[] = [];
  try {
    for (const [what, path, query, ids] of [
      ['ballot page', 'page', PAGE, ballots.map(({ id }) => id)],
      ['ballot list (20)', 'list', LIST, [school.environmentId]],
    ] as const) {
      const bodies = ids.map((id) => JSON.stringify({ query, variables: { id } }));
      const runs = await alternate(ROUNDS + 1, {
        floor: () => cost(floor.pid, theirs, (wire, n) => wire.get(`/${path}/${ids[n % ids.length]}`)),
        ours: () => cost(server.pid, ours, (wire, n) => wire.post('/graphql', bodies[n % bodies.length]!)),
      });
      // The first round warms both up.
      const ratio = median(runs.ours.slice(1).map((each, round) => each / runs.floor[round + 1]!));
      rows.push({
        what: `${what}, processor time`,
        measured: `${median(runs.ours.slice(1)).toFixed(0)} us; one statement ${median(runs.floor.slice(1)).toFixed(0)} us`,
        ratio, limit: '<= 6x', met: ratio <= 6,
      });
    }
  } finally {
    for (const wire of [...ours, ...theirs]) wire.close();
    await floor.stop();
  }
  return rows;
}

async function cost(pid: number, wires: readonly Wire[], ask: (wire: Wire, n: number) => Promise<{ status: number; text: string }>): Promise<number> {
  const before = await cpuMicroseconds(pid);
  let next = 0;
  await Promise.all(wires.map(async (wire) => {
    while (next < REQUESTS) {
      const { status, text } = await ask(wire, next++);
      if (status !== 200 || text.includes('"errors"')) throw new Error(`the page failed: ${status} ${text.slice(0, 300)}`);
    }
  }));
  return (await cpuMicroseconds(pid) - before) / REQUESTS;
}
