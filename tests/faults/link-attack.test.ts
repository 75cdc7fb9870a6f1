import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { closeBallot } from '../../packages/server/src/modules/ballots/application/close-ballot.ts';
import { remix } from '../../packages/server/src/modules/ballots/application/secret/remix.ts';
import { SmallSchool, asked, both, wording } from '../../packages/server/src/modules/ballots/testing/small-school.ts';
import { type Paper, SecretVoter } from '../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import type { ViewerFacts } from '../../packages/server/src/modules/people/index.ts';
import { type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

const VOTERS = 300;
/** Of 300 links chance finds one; more than nine is no chance. */
const MOST_LINKED = 0.03 * VOTERS;

/** A line of the registry or a vote, with what PostgreSQL itself keeps of every row. */
interface Trace { readonly of: string; readonly xmin: string; readonly xid: number; readonly page: number; readonly item: number }

const TRACE = `xmin::text as xmin, xmin::text::bigint::float8 as xid, (ctid::text::point)[0]::int as page, (ctid::text::point)[1]::int as item`;

type Attack = (voters: readonly Trace[], votes: readonly Trace[]) => Map<string, string>;

const inOrder = (rows: readonly Trace[], by: (row: Trace) => number): Trace[] => rows.toSorted((a, b) => by(a) - by(b));
const place = ({ page, item }: Trace) => page * 10_000 + item;
const zip = (voters: readonly Trace[], votes: readonly Trace[]) =>
  new Map(voters.flatMap((voter, n) => (votes[n] === undefined ? [] : [[voter.of, votes[n].of] as const])));

/** As whoever may read all tables, their rows' bookkeeping and the files' order would go about it. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  'written by one transaction': (voters, votes) => {
    const byWriter = new Map(votes.map((vote) => [vote.xmin, vote.of]));
    return new Map(voters.flatMap(({ of, xmin }) => (byWriter.has(xmin) ? [[of, byWriter.get(xmin)!] as const] : [])));
  },
  'the next transaction': (voters, votes) => {
    const sorted = inOrder(votes, ({ xid }) => xid);
    return new Map(voters.flatMap(({ of, xid }) => {
      const next = sorted.find((vote) => vote.xid > xid);
      return next ? [[of, next.of] as const] : [];
    }));
  },
  'order of transactions': (voters, votes) => zip(inOrder(voters, ({ xid }) => xid), inOrder(votes, ({ xid }) => xid)),
  'order in the files': (voters, votes) => zip(inOrder(voters, place), inOrder(votes, place)),
  'order in the files, backwards': (voters, votes) => zip(inOrder(voters, place), inOrder(votes, place).toReversed()),
};

onEachEngine('whoever reads the whole database', entities, (test) => {
  const sessions = handSessions();
  const lines: string[] = [];
  let served: ServedHouse;
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  let superuser: pg.Client;
  let ballotId: string;
  /** Who cast which vote, by the key it was cast under; known to nobody but this test. */
  const truth = new Map<string, string>();

  beforeAll(async () => {
    served = await serveHouse({ db: test().database, schema: buildSchema(), rooms, sessions, lines });
    superuser = new pg.Client({ connectionString: test().url! });
    await superuser.connect();
    small = await SmallSchool.open(test().database, served.house);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
  });
  afterAll(async () => {
    await superuser?.end();
    await served?.close();
  });

  const read = async (sql: string, params: unknown[] = []) => (await superuser.query<Trace>(sql, params)).rows;

  function best(voters: readonly Trace[], votes: readonly Trace[], known: ReadonlyMap<string, string>): number {
    return Math.max(...Object.values(ATTACKS).map((attack) => [...attack(voters, votes)].filter(([voter, vote]) => known.get(voter) === vote).length));
  }

  it('finds every voter where roll and box are written together (the control)', async () => {
    await superuser.query(`create table naive_roll (voter uuid, voted boolean); create table naive_box (vote uuid, choice integer)`);
    const known = new Map<string, string>();
    for (let n = 0; n < VOTERS; n += 1) {
      const [voter, vote] = [randomUUID(), randomUUID()];
      known.set(voter, vote);
      await superuser.query('begin');
      await superuser.query('insert into naive_roll values ($1, true)', [voter]);
      await superuser.query('insert into naive_box values ($1, $2)', [vote, n % 2]);
      await superuser.query('commit');
    }
    // Not even rewriting the files helps: what a row's writer was stays with it.
    await superuser.query('vacuum full naive_roll');
    await superuser.query('vacuum full naive_box');
    expect(best(await read(`select voter::text as of, ${TRACE} from naive_roll`), await read(`select vote::text as of, ${TRACE} from naive_box`), known)).toBe(VOTERS);
  });

  it('finds them in a secret ballot until it is remixed (the control of the attack itself)', async () => {
    const voters = await small.crowd('PARENT', VOTERS);
    const ballot = await small.opened(coordinator, wording({
      secrecy: 'SECRET', method: 'CHOOSE_ONE', combine: 'TOGETHER', options: [both('CANARY-ONE', 'CANARIO-UNO'), both('Two', 'Dos'), both('Three', 'Tres')].map((label) => ({ label, cost: null })),
      constituencies: [asked('PARENT')],
    }));
    ballotId = ballot.id;
    // One after another, as on a quiet afternoon: the worst case for the voters.
    for (const [n, personId] of voters.entries()) truth.set(personId, await vote(personId, n));
    expect(best(await papers(), await box(), truth)).toBeGreaterThan(0.9 * VOTERS);
  });

  it('finds no more than chance would once it is remixed, while voting goes on', async () => {
    await remix(served.house);
    expect(best(await papers(), await box(), truth)).toBeLessThanOrEqual(MOST_LINKED);
  });

  it('finds no more than chance would after the close, in the roll, the published votes, or the log\'s batches', async () => {
    const { version } = await small.ballot(ballotId);
    expect(await closeBallot(served.house, coordinator, { id: ballotId, version }, 'Everybody has voted.')).toMatchObject({ answer: 'CHANGED' });
    const roll = await read(`select person_id::text as of, ${TRACE} from registry.roll where ballot_id = $1 and voted`, [ballotId]);
    const votes = await read(`select encode(pk, 'hex') as of, ${TRACE} from box.published where ballot_id = $1 and choices is not null`, [ballotId]);
    expect([roll.length, votes.length]).toEqual([VOTERS, VOTERS]);
    expect(best(roll, votes, truth)).toBeLessThanOrEqual(MOST_LINKED);
    const logged = await read(`select encode(pk, 'hex') as of, ${TRACE} from box.published where ballot_id = $1 and choices is not null order by batch, leaf`, [ballotId]);
    expect(best(roll, logged.map((each, n) => ({ ...each, page: 0, item: n })), truth)).toBeLessThanOrEqual(MOST_LINKED);
    // What it would take to find a voter's own published vote from their slip is gone.
    const [left] = await read(`select count(*)::text as of, '' as xmin, 0 as xid, 0 as page, 0 as item from registry.paper`);
    expect(left!.of).toBe('0');
  });

  it('reads no voter\'s key anywhere but in the box, and no choice in log, outbox or audit', async () => {
    const keys = [...truth.values()];
    const { rows: tables } = await superuser.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'registry', 'box', 'pgboss') and tablename !~ '^naive'`);
    for (const { name } of tables) {
      const { rows } = await superuser.query<{ text: string }>(`select t::text as text from ${name} t`);
      const text = rows.map((row) => row.text).join('\n');
      if (name === 'box.published') expect(keys.every((key) => text.includes(key))).toBe(true);
      else expect([name, keys.filter((key) => text.includes(key))]).toEqual([name, []]);
      if (['public.outbox', 'public.audit_event'].includes(name)) expect([name, text.includes('CANARY')]).toEqual([name, false]);
    }
    const { rows: running } = await superuser.query<{ query: string }>('select query from pg_stat_activity where datname = current_database()');
    for (const told of [...lines, ...running.map(({ query }) => query)]) {
      expect(keys.some((key) => told.includes(key))).toBe(false);
      expect(told).not.toContain('CANARY');
    }
  });

  const papers = () => read(`select person_id::text as of, ${TRACE} from registry.paper where ballot_id = $1 and issued`, [ballotId]);
  const box = () => read(`select encode(pk, 'hex') as of, ${TRACE} from box.paper where ballot_id = $1 and choices is not null`, [ballotId]);

  /** Takes a paper and votes, and changes the vote now and then; answers the key. */
  async function vote(personId: string, n: number): Promise<string> {
    const headers = { authorization: `Bearer ${sessions.open({ schoolId: small.schoolId, personId }).token}` };
    const voter = new SecretVoter(await (await fetch(`${served.address}/ballot/paper?ballot=${ballotId}`, { headers })).json() as Paper);
    voter.unblind(await post(`/ballot/issue?ballot=${ballotId}`, voter.blinded(), headers));
    await post('/ballot/cast', voter.body([n % 3]));
    if (n % 5 === 0) await post('/ballot/cast', voter.body([(n + 1) % 3], 2));
    return voter.pk.toString('hex');
  }

  async function post(path: string, body: Uint8Array, headers: Record<string, string> = {}): Promise<Buffer> {
    const answer = await fetch(`${served.address}${path}`, {
      method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: Buffer.from(body),
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }
}, 'postgresql');
