import type { Sql } from './school.ts';
import type { KillVoter } from './voter.ts';

/** What a counted ballot must have left behind, and on the roll; in words, what is otherwise. */
export async function leftovers(sql: Sql, ballotId: string, voters: readonly KillVoter[]): Promise<string[]> {
  const faults: string[] = [];
  for (const table of ['registry.paper', 'registry.issuer', 'box.paper', 'box.signer']) {
    const { rows: [left] } = await sql.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    if (left!.n !== 0) faults.push(`${table} still holds ${left!.n}`);
  }
  const { rows } = await sql.query<{ id: string }>('select person_id as id from registry.roll where ballot_id = $1 and voted', [ballotId]);
  const marked = new Set(rows.map(({ id }) => id));
  if (voters.some(({ issued, who }) => issued && !marked.has(who.personId))) faults.push('the roll lacks somebody who was given a paper');
  if (voters.some(({ issueAsked, who }) => !issueAsked && marked.has(who.personId))) faults.push('the roll has somebody who never asked for a paper');
  return faults;
}
