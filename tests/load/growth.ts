import type pg from 'pg';
import { type Bench, type Row, alternate, withBench } from './lib/bench.ts';
import { type BenchSchool, benchSchool, openBallot } from './lib/school.ts';
import { median } from './lib/stats.ts';
import { Wire } from './lib/wire.ts';

/** Votes in the box of the small and the large school; each ballot has the same number of voters. */
const VOTES = { small: 10_000, large: 1_000_000 } as const;
const VOTERS = 500;
const ROUNDS = 9;
const ASKED = 40;

const QUESTIONS = {
  'own vote and turnout': 'query ($id: ID!) { ballot(id: $id) { id participation { voted } turnout { voted } } }',
  'what needs me': '{ viewer { needs { kind targetId } } }',
  'last page of the ballots': 'query ($id: ID!, $after: Cursor) { environment(id: $id) { ballots(first: 20, after: $after) { edges { node { id state } } } } }',
} as const;
type Question = keyof typeof QUESTIONS;

interface Grown { readonly wire: Wire; readonly token: string; readonly variables: Readonly<Record<Question, object>> }

/** What a page costs in a school of ten thousand votes and in one of a million (performance.md 6a: at most 1.3 times). */
export async function benchGrowth(small: Bench): Promise<Row[]> {
  return withBench(async (large) => {
    const grown = { small: await grow(small, VOTES.small), large: await grow(large, VOTES.large) };
    try {
      const rows: Row[] = [];
      for (const what of Object.keys(QUESTIONS) as Question[]) {
        const runs = await alternate(ROUNDS + 1, { small: () => milliseconds(grown.small, what), large: () => milliseconds(grown.large, what) });
        // The first round warms both up.
        const ratio = median(runs.large.slice(1).map((each, round) => each / runs.small[round + 1]!));
        rows.push({
          what: `growth 10k to 1M votes: ${what}`,
          measured: `${median(runs.large.slice(1)).toFixed(2)} ms; small ${median(runs.small.slice(1)).toFixed(2)} ms`,
          ratio, limit: '<= 1.3x', met: ratio <= 1.3,
        });
      }
      return rows;
    } finally {
      grown.small.wire.close();
      grown.large.wire.close();
    }
  });
}

async function milliseconds({ wire, token, variables }: Grown, what: Question): Promise<number> {
  const body = JSON.stringify({ query: QUESTIONS[what], variables: variables[what] });
  const taken: number[] = [];
  for (let n = 0; n < ASKED; n += 1) {
    const began = performance.now();
    const { status, text } = await wire.post('/graphql', body, token);
    taken.push(performance.now() - began);
    if (status !== 200 || text.includes('"errors"')) throw new Error(`the page failed: ${status} ${text.slice(0, 300)}`);
  }
  return median(taken);
}

/** A school with `votes` votes behind it, on ballots that are over, and one that is open. */
async function grow({ client, server }: Bench, votes: number): Promise<Grown> {
  const school = await benchSchool(client, VOTERS);
  await pastBallots(client, school, votes / VOTERS);
  const { id } = await openBallot(client, school);
  await client.query('vacuum analyze');
  const wire = await Wire.open(server.port);
  const { token } = school.voters[0]!;
  return {
    wire, token,
    variables: {
      'own vote and turnout': { id }, 'what needs me': {},
      'last page of the ballots': { id: school.environmentId, after: await cursorNearTheEnd(wire, token, school.environmentId, votes / VOTERS) },
    },
  };
}

async function pastBallots(client: pg.ClientBase, school: BenchSchool, ballots: number): Promise<void> {
  const { schoolId, environmentId, coordinatorId, voters } = school;
  await client.query('begin');
  await client.query(
    `insert into ballot (school_id, environment_id, state, question, method, max_choices, binding, combine,
       opens_at, closes_at, opened_at, closed_at, created_at, created_by)
     select $1, $2, 'CLOSED', '{"en": "Past"}', 'YES_NO', 1, 'ADVISORY', 'EVERY_CONSTITUENCY', at, at + interval '1 hour', at,
       at + interval '1 hour', at, $3 from (select now() - make_interval(hours => n + 2) as at from generate_series(1, $4::int) n) x`,
    [schoolId, environmentId, coordinatorId, ballots],
  );
  await client.query(
    `insert into ballot_constituency (ballot_id, school_id, constituency, quorum, majority)
     select id, $1, 'PARENT', '{"kind": "NONE"}', '{"numerator": 1, "denominator": 2, "base": "CAST", "atLeast": false}' from ballot where state = 'CLOSED'`,
    [schoolId],
  );
  await client.query(
    `insert into registry.roll (ballot_id, person_id, school_id, constituency, voted, cast_key)
     select b.id, v.id, $1, 'PARENT', true, sha256(v.id::text::bytea) from ballot b, unnest($2::uuid[]) v (id) where b.state = 'CLOSED'`,
    [schoolId, voters.map(({ personId }) => personId)],
  );
  await client.query(
    `insert into box.cast_ballot (ballot_id, school_id, constituency, choices)
     select b.id, $1, 'PARENT', '{0}' from ballot b, generate_series(1, $2::int) where b.state = 'CLOSED'`,
    [schoolId, voters.length],
  );
  await client.query('commit');
}

/** Walks to where one page is left. */
async function cursorNearTheEnd(wire: Wire, token: string, environmentId: string, ballots: number): Promise<string | null> {
  const query = 'query ($id: ID!, $after: Cursor) { environment(id: $id) { ballots(first: 100, after: $after) { edges { cursor } } } }';
  let after: string | null = null;
  for (let seen = 0; seen < ballots - 100;) {
    const { text } = await wire.post('/graphql', JSON.stringify({ query, variables: { id: environmentId, after } }), token);
    const { edges } = (JSON.parse(text) as { data: { environment: { ballots: { edges: { cursor: string }[] } } } }).data.environment.ballots;
    if (edges.length === 0) break;
    after = edges.at(-1)!.cursor;
    seen += edges.length;
  }
  return after;
}
