import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

export interface Voter { readonly personId: string; readonly token: string }

export interface BenchSchool {
  readonly schoolId: string;
  readonly environmentId: string;
  readonly coordinatorId: string;
  readonly voters: readonly Voter[];
}

/** A school with `size` parents, each already signed in by a bearer token, written straight into the tables. */
export async function benchSchool(client: pg.ClientBase, size: number): Promise<BenchSchool> {
  const [schoolId, environmentId] = [randomUUID(), randomUUID()];
  const voters = Array.from({ length: size + 1 }, () => ({ personId: randomUUID(), token: randomBytes(32).toString('base64url') }));
  const ids = voters.map(({ personId }) => personId);
  const hashes = voters.map(({ token }) => createHash('sha256').update(token).digest());
  await client.query('begin');
  await client.query(`insert into school (id, name) values ($1, 'Bench School')`, [schoolId]);
  await client.query(
    `insert into learning_environment (id, school_id, name, slug) values ($1, $2, 'Bench PLE', $3)`,
    [environmentId, schoolId, `bench-${environmentId.slice(0, 8)}`],
  );
  await client.query(`insert into person (id, school_id) select unnest($1::uuid[]), $2`, [ids, schoolId]);
  await client.query(
    `insert into person_pii (person_id, school_id, given_name, family_name)
     select id, $2, 'Voter', 'Number ' || n from unnest($1::uuid[]) with ordinality as v (id, n)`,
    [ids, schoolId],
  );
  await client.query(
    `insert into membership (school_id, environment_id, person_id, constituency)
     select $2, $3, unnest($1::uuid[]), 'PARENT'`,
    [ids, schoolId, environmentId],
  );
  await client.query(
    `insert into session (school_id, person_id, token_hash, transport, expires_at)
     select $3, id, hash, 'BEARER', now() + interval '1 day' from unnest($1::uuid[], $2::bytea[]) as s (id, hash)`,
    [ids, hashes, schoolId],
  );
  const coordinator = voters.pop()!;
  await client.query(
    `insert into role_grant (school_id, environment_id, person_id, role) values ($1, $2, $3, 'COORDINATOR')`,
    [schoolId, environmentId, coordinator.personId],
  );
  await client.query('commit');
  await client.query('analyze');
  return { schoolId, environmentId, coordinatorId: coordinator.personId, voters };
}

/** One more way in for somebody: the bearer token of a session. */
export async function signIn(client: pg.ClientBase, schoolId: string, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into session (school_id, person_id, token_hash, transport, expires_at) values ($1, $2, $3, 'BEARER', now() + interval '1 day')`,
    [schoolId, personId, createHash('sha256').update(token).digest()]);
  return token;
}

export interface BenchBallot { readonly id: string; readonly yes: string; readonly no: string }

/** An open yes-or-no ballot with everybody of the school on its roll. */
export async function openBallot(client: pg.ClientBase, school: BenchSchool): Promise<BenchBallot> {
  const [id, yes, no, abstain] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await client.query('begin');
  await client.query(
    `insert into ballot (id, school_id, environment_id, state, question, method, max_choices, binding, combine,
       opens_at, closes_at, opened_at, created_by)
     values ($1, $2, $3, 'OPEN', '{"en": "Shall the garden be built?"}', 'YES_NO', 1, 'ADVISORY', 'EVERY_CONSTITUENCY',
       now() - interval '1 minute', now() + interval '1 hour', now() - interval '1 minute', $4)`,
    [id, school.schoolId, school.environmentId, school.coordinatorId],
  );
  await client.query(
    `insert into ballot_option (id, school_id, ballot_id, position, kind, label)
     values ($1, $4, $5, 0, 'YES', '{}'), ($2, $4, $5, 1, 'NO', '{}'), ($3, $4, $5, 2, 'ABSTAIN', '{}')`,
    [yes, no, abstain, school.schoolId, id],
  );
  await client.query(
    `insert into ballot_constituency (ballot_id, school_id, constituency, quorum, majority)
     values ($1, $2, 'PARENT', '{"kind": "NONE"}', '{"numerator": 1, "denominator": 2, "base": "CAST", "atLeast": false}')`,
    [id, school.schoolId],
  );
  await client.query(
    `insert into registry.roll (ballot_id, person_id, school_id, constituency)
     select $1, unnest($2::uuid[]), $3, 'PARENT'`,
    [id, school.voters.map(({ personId }) => personId), school.schoolId],
  );
  await client.query('commit');
  await client.query('analyze registry.roll');
  return { id, yes, no };
}
