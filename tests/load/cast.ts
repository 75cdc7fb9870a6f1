import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Bench, type Row, alternate } from './lib/bench.ts';
import { IN_FLIGHT, type Timed, timed } from './lib/in-flight.ts';
import { type BenchBallot, type Voter, benchSchool, openBallot } from './lib/school.ts';
import { median } from './lib/stats.ts';
import { Wire } from './lib/wire.ts';

const CASTS = 4_000;
const ROUNDS = 5;

const DOCUMENT = `mutation Cast($input: CastBallotInput!) {
  castBallot(input: $input) { __typename ... on BallotCast { again } ... on BallotRefused { reason } }
}`;

/**
 * castBallot through HTTP and Apollo against single durable inserts of the same rows, 64 in flight,
 * everybody voting on one ballot (performance.md 6a).
 */
export async function benchCast({ server, client, databaseUrl }: Bench): Promise<Row[]> {
  const school = await benchSchool(client, CASTS);
  await client.query(`create table raw_box (id uuid primary key, ballot_id uuid not null, school_id uuid not null,
    constituency text not null, choices smallint[] not null)`);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: IN_FLIGHT });
  const wires = await Promise.all(Array.from({ length: IN_FLIGHT }, () => Wire.open(server.port)));
  const warm = await openBallot(client, school);
  await castAll(wires, warm, school.voters.slice(0, 2_000));
  await Promise.all(Array.from({ length: IN_FLIGHT }, () => rawInsert(pool, school.schoolId)));

  const runs = await alternate<'raw' | 'cast', Timed>(ROUNDS, {
    raw: () => timed(CASTS, () => rawInsert(pool, school.schoolId)),
    cast: async () => {
      const ballot = await openBallot(client, school);
      const result = await castAll(wires, ballot, school.voters);
      await checkStored(client, ballot, CASTS);
      return result;
    },
  });
  for (const wire of wires) wire.close();
  await pool.end();

  const ratio = median(runs.cast.map((each, round) => each.perSecond / runs.raw[round]!.perSecond));
  const tail = median(runs.cast.map((each, round) => each.p99 / runs.raw[round]!.p99));
  const show = (of: keyof Timed, arm: Timed[]) => median(arm.map((each) => each[of])).toFixed(of === 'p99' ? 1 : 0);
  return [
    {
      what: `cast through Apollo, ${IN_FLIGHT} in flight, one ballot`,
      measured: `${show('perSecond', runs.cast)}/s; raw insert ${show('perSecond', runs.raw)}/s`,
      ratio, limit: '>= 0.5x raw', met: ratio >= 0.5,
    },
    {
      what: 'cast p99',
      measured: `${show('p99', runs.cast)} ms; raw insert ${show('p99', runs.raw)} ms`,
      ratio: tail, limit: '<= 2x raw', met: tail <= 2,
    },
  ];
}

/** 500 voters press at the same moment, each on a connection of their own; nobody meets an error. */
export async function benchRush({ server, client }: Bench): Promise<Row[]> {
  const voters = 500;
  const school = await benchSchool(client, voters);
  const ballot = await openBallot(client, school);
  const wires = await Promise.all(school.voters.map(() => Wire.open(server.port)));
  const began = performance.now();
  const answers = await Promise.all(school.voters.map((voter, n) => wires[n]!.post('/graphql', body(ballot, n), voter.token)));
  const took = performance.now() - began;
  for (const wire of wires) wire.close();
  const failed = answers.filter(({ status, text }) => status !== 200 || !text.includes('"BallotCast"')).length;
  const [stored] = (await client.query<{ n: number }>('select count(*)::int n from box.cast_ballot where ballot_id = $1', [ballot.id])).rows;
  return [{
    what: `first-ballot rush, ${voters} voters at once`,
    measured: `${failed} errors, ${stored!.n} in the box, ${took.toFixed(0)} ms`,
    ratio: null, limit: '0 errors', met: failed === 0 && stored!.n === voters,
  }];
}

async function castAll(wires: readonly Wire[], ballot: BenchBallot, voters: readonly Voter[]): Promise<Timed> {
  let next = 0;
  return timed(voters.length, async (lane) => {
    const n = next++;
    const { status, text } = await wires[lane]!.post('/graphql', body(ballot, n), voters[n]!.token);
    if (status !== 200 || !text.includes('"BallotCast"')) throw new Error(`a cast was refused: ${status} ${text}`);
  });
}

const body = (ballot: BenchBallot, n: number) => JSON.stringify({
  query: DOCUMENT,
  variables: { input: { ballotId: ballot.id, optionIds: [n % 3 === 0 ? ballot.no : ballot.yes], key: randomBytes(16).toString('hex') } },
});

async function rawInsert(pool: pg.Pool, schoolId: string): Promise<void> {
  await pool.query({
    name: 'raw', text: 'insert into raw_box (id, ballot_id, school_id, constituency, choices) values ($1, $2, $3, $4, $5)',
    values: [randomUUID(), schoolId, schoolId, 'PARENT', '{0}'],
  });
}

async function checkStored(client: pg.Client, ballot: BenchBallot, expected: number): Promise<void> {
  const { rows: [found] } = await client.query<{ box: number; roll: number }>(
    `select (select count(*)::int from box.cast_ballot where ballot_id = $1) box,
       (select count(*)::int from registry.roll where ballot_id = $1 and voted) roll`, [ballot.id]);
  if (found!.box !== expected || found!.roll !== expected) {
    throw new Error(`${expected} casts acknowledged, ${found!.box} in the box, ${found!.roll} marked on the roll`);
  }
}
