import type { Statements } from '../../../../platform/database/database.ts';
import type { SecretCastFacts } from '../../domain/secret/casting.ts';

/** A vote whose signatures have been checked. */
export interface SecretRow {
  readonly constituency: string;
  /** Hexadecimal, as all bytes here: they travel as one JSON text. */
  readonly pk: string;
  readonly revision: number;
  readonly credential: string;
  readonly commitment: string;
  readonly signature: string;
  readonly leaf: string;
  readonly salt: string;
  readonly choices: string;
}

/**
 * A whole batch in one statement, under the box's hand. The ballot's row is held FOR SHARE, against which a close must
 * wait, and only then is the clock read. A vote goes in if it is the next revision under its key, in random order; what
 * was on the revision before is wiped in the same breath. The primary key decides between two servers.
 *
 * The newest revision is looked up key by key, and wiped where it was found: asked by an array of keys, or by joining,
 * a plan that was made while the table was small goes through the whole ballot with each batch.
 */
const CAST_SQL = `
  with locked as materialized (select id, school_id, state, closes_at from ballot where id = ? for share),
  ballot_now as materialized (select id, school_id, state, clock_timestamp() >= closes_at as past from locked),
  asked as materialized (
    select n, constituency, decode(pk, 'hex') as pk, revision, decode(credential, 'hex') as credential,
      decode(commitment, 'hex') as commitment, decode(signature, 'hex') as signature, decode(leaf, 'hex') as leaf,
      decode(salt, 'hex') as salt, decode(choices, 'hex') as choices
    from json_to_recordset(?::json) as x(n integer, constituency text, pk text, revision integer, credential text,
      commitment text, signature text, leaf text, salt text, choices text)),
  newest as materialized (
    select t.pk, t.revision, t.commitment, t.at
    from asked a cross join lateral (
      select pk, revision, commitment, ctid as at from box.paper where ballot_id = ? and pk = a.pk order by revision desc limit 1) t),
  added as (
    insert into box.paper (ballot_id, school_id, constituency, pk, revision, credential, commitment, signature, leaf, salt, choices)
    select b.id, b.school_id, a.constituency, a.pk, a.revision, a.credential, a.commitment, a.signature, a.leaf, a.salt, a.choices
    from asked a cross join ballot_now b left join newest t using (pk)
    where b.state = 'OPEN' and not b.past and a.revision = coalesce(t.revision, 0) + 1
    order by random()
    on conflict do nothing
    returning pk, revision),
  wiped as (
    update box.paper p set salt = null, choices = null
    where p.ctid = any (array(select t.at from newest t join added d using (pk))) and p.choices is not null)
  select a.n, b.state, b.past, coalesce(t.revision, 0) as highest, coalesce(t.commitment = a.commitment, false) as same,
    d.pk is not null as added
  from asked a cross join ballot_now b left join newest t using (pk) left join added d using (pk)`;

/** What the box found for each row, in the rows' order; null where there is no such ballot. A key may be in `rows` once. */
export async function castSecretRows(em: Statements, ballotId: string, rows: readonly SecretRow[]): Promise<(SecretCastFacts | null)[]> {
  const asked = rows.map((row, n) => ({ n, ...row }));
  const found = await em.execute<(SecretCastFacts & { n: number })[]>(CAST_SQL, [ballotId, JSON.stringify(asked), ballotId]);
  const facts = Array<SecretCastFacts | null>(rows.length).fill(null);
  for (const { n, ...row } of found) facts[n] = row;
  return facts;
}
