import type { Statements } from '../../../platform/database/database.ts';
import type { CastFacts } from '../domain/casting.ts';

export interface CastRow {
  readonly personId: string;
  /** Hexadecimal SHA-256 of the key that the page sent. */
  readonly keyHash: string;
  /** What is on the paper, as the ballot's method puts it down. */
  readonly choices: readonly number[];
}

/**
 * A whole batch in one statement, under the caster's hand. The ballot's row is held FOR SHARE, against which a close
 * must wait, and only then is the clock read. The roll decides who is new; each new voter's paper goes into the box
 * in random order, under a random id, with nothing that names the voter.
 *
 * The roll is asked by ballot and by the array of people, not by joining the recordset: the planner takes a recordset
 * for a hundred rows and would read every roll of the school, so that each ballot ever held slowed the next.
 */
const CAST_SQL = `
  with locked as materialized (select id, state, closes_at from ballot where id = ? for share),
  ballot_now as materialized (select id, state, clock_timestamp() >= closes_at as past from locked),
  asked as materialized (
    select n, person_id, decode(key_hash, 'hex') as key_hash, choices
    from json_to_recordset(?::json) as x(n integer, person_id uuid, key_hash text, choices smallint[])),
  known as materialized (
    select person_id, voted, cast_key from registry.roll where ballot_id = ? and person_id = any(?::uuid[])),
  marked as (
    update registry.roll r set voted = true, cast_key = a.key_hash
    from asked a, ballot_now b
    where r.ballot_id = ? and r.person_id = any(?::uuid[]) and r.person_id = a.person_id
      and not r.voted and b.state = 'OPEN' and not b.past
    returning r.person_id, r.school_id, r.constituency),
  dropped as (
    insert into box.cast_ballot (ballot_id, school_id, constituency, choices)
    select b.id, m.school_id, m.constituency, a.choices
    from marked m join asked a using (person_id) cross join ballot_now b
    order by random())
  select a.n, b.state, b.past, m.person_id is not null as marked, r.person_id is not null as "onRoll",
    coalesce(r.voted, false) as voted, coalesce(r.cast_key = a.key_hash, false) as "sameKey"
  from asked a cross join ballot_now b
  left join marked m using (person_id)
  left join known r using (person_id)`;

/**
 * What the database found for each row, in the rows' order; null where the school has no such ballot. A person may
 * be in `rows` once. `voted` and `sameKey` tell the roll as it was when the statement began.
 */
export async function castRows(em: Statements, ballotId: string, rows: readonly CastRow[]): Promise<(CastFacts | null)[]> {
  const asked = rows.map(({ personId, keyHash, choices }, n) => ({ n, person_id: personId, key_hash: keyHash, choices }));
  const people = `{${rows.map(({ personId }) => personId).join(',')}}`;
  const found = await em.execute<(CastFacts & { n: number })[]>(
    CAST_SQL, [ballotId, JSON.stringify(asked), ballotId, people, ballotId, people]);
  const facts = Array<CastFacts | null>(rows.length).fill(null);
  for (const { n, ...row } of found) facts[n] = row;
  return facts;
}
