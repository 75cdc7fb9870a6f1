import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Patient } from './patient.ts';

/** Somebody's hand on the tables, as their owner. */
export interface Sql {
  query<Row extends object>(sql: string, params?: unknown[]): Promise<{ rows: Row[] }>;
}

export const CONSTITUENCIES = ['PARENT', 'TEACHER'] as const;
export type Constituency = typeof CONSTITUENCIES[number];

export interface SignedIn { readonly personId: string; readonly constituency: Constituency | null; readonly token: string }

export interface KillSchool { readonly environmentId: string; readonly coordinator: SignedIn; readonly voters: readonly SignedIn[] }

/** Parents, a teacher to every three of them, and a coordinator; each signed in by a token. */
export async function writeSchool(sql: Sql, size: number): Promise<KillSchool> {
  const [schoolId, environmentId] = [randomUUID(), randomUUID()];
  const person = (constituency: Constituency | null): SignedIn => ({ personId: randomUUID(), constituency, token: randomBytes(32).toString('base64url') });
  const voters = Array.from({ length: size }, (_, n) => person(n % 4 === 3 ? 'TEACHER' : 'PARENT'));
  const coordinator = person(null);
  const people = JSON.stringify([...voters, coordinator].map(({ personId, constituency, token }) =>
    ({ id: personId, constituency, hash: createHash('sha256').update(token).digest('hex') })));
  const from = `from json_to_recordset($2::json) as x(id uuid, constituency text, hash text)`;
  await sql.query(`insert into school (id, name) values ($1, 'Kill School')`, [schoolId]);
  await sql.query(`insert into learning_environment (id, school_id, name, slug) values ($1, $2, 'Kill PLE', $3)`, [environmentId, schoolId, `kill-${environmentId}`]);
  await sql.query(`insert into person (id, school_id) select id, $1::uuid ${from}`, [schoolId, people]);
  await sql.query(
    `insert into membership (school_id, environment_id, person_id, constituency) select $1::uuid, $3::uuid, id, constituency ${from} where constituency is not null`,
    [schoolId, people, environmentId]);
  await sql.query(
    `insert into session (school_id, person_id, token_hash, transport, expires_at) select $1::uuid, id, decode(hash, 'hex'), 'BEARER', now() + interval '1 day' ${from}`,
    [schoolId, people]);
  await sql.query(`insert into role_grant (school_id, environment_id, person_id, role) values ($1, $2, $3, 'COORDINATOR')`, [schoolId, environmentId, coordinator.personId]);
  return { environmentId, coordinator, voters };
}

export const OPTIONS = ['Garden', 'Library', 'Kitchen'] as const;

interface At { readonly id: string; readonly version: number; readonly state: string }
const AT = 'ballot { id version state }';

export interface Choosing { readonly method: string; readonly options: readonly string[]; readonly seats?: number; readonly maxChoices?: number }

/** A secret ballot, worded, scheduled and opened by the coordinator. */
export async function openSecretBallot(
  patient: Patient, { environmentId, coordinator }: KillSchool, { options, ...method }: Choosing = { method: 'CHOOSE_ONE', options: OPTIONS },
): Promise<string> {
  const say = (text: string) => [{ locale: 'en', text }];
  const input = {
    environmentId, question: say('What shall be built?'), description: [], ...method, secrecy: 'SECRET', binding: 'ADVISORY',
    combine: 'TOGETHER', allowAbstain: false, options: options.map((each) => ({ label: say(each) })),
    constituencies: CONSTITUENCIES.map((constituency) => ({ constituency, quorum: { kind: 'NONE' } })),
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const { draftBallot } = await patient.graphql<{ draftBallot: { ballot?: At } }>(
    `mutation ($input: BallotInput!) { draftBallot(input: $input) { ... on BallotSaved { ${AT} } } }`, { input }, coordinator.token);
  if (draftBallot.ballot === undefined) throw new Error('the wording has faults');
  let ballot = draftBallot.ballot;
  for (const act of ['scheduleBallot', 'openBallot']) {
    const data = await patient.graphql<Record<string, { ballot?: At }>>(
      `mutation ($id: ID!, $version: Int!) { ${act}(id: $id, version: $version) { ... on BallotChanged { ${AT} } } }`, ballot, coordinator.token);
    if (data[act]!.ballot === undefined) throw new Error(`${act} was refused`);
    ballot = data[act]!.ballot;
  }
  return ballot.id;
}

export async function stateOf(patient: Patient, { coordinator }: KillSchool, id: string): Promise<At> {
  const { ballot } = await patient.graphql<{ ballot: At }>('query ($id: ID!) { ballot(id: $id) { id version state } }', { id }, coordinator.token);
  return ballot;
}

/** Presses "close" until it is closed, whatever became of the answer before. */
export async function close(patient: Patient, school: KillSchool, id: string): Promise<void> {
  for (;;) {
    const ballot = await stateOf(patient, school, id);
    if (ballot.state !== 'OPEN') return;
    await patient.graphql(
      `mutation ($id: ID!, $version: Int!) { closeBallot(id: $id, version: $version, reason: "Everybody has voted.") { __typename } }`,
      ballot, school.coordinator.token);
  }
}
