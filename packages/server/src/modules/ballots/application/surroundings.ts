import type { Statements } from '../../../platform/database/database.ts';
import { ELIGIBLE_SQL } from '../../people/index.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { Surroundings } from '../domain/readiness.ts';
import type { BallotRecord } from './ballot-record.ts';

/** Everybody who would be on the ballot's roll now: a select of person and constituency, each person once, with its parameters. */
export function rollOf({ environmentId, constituencies, electors }: BallotRecord): { readonly sql: string; readonly params: readonly string[] } {
  const own = list(constituencies.map(({ constituency }) => constituency));
  if (electors === null) return { sql: ELIGIBLE_SQL, params: [environmentId, own] };
  // Who belongs to several constituencies of an election votes in one of them, though each has a ballot of its own (rules 14 and 19).
  return { sql: `select * from (${ELIGIBLE_SQL}) everybody where constituency = any(?::text[])`, params: [environmentId, list(electors), own] };
}

const list = (constituencies: readonly Constituency[]): string => `{${constituencies.join(',')}}`;

export async function surroundingsOf(em: Statements, ballot: BallotRecord): Promise<Surroundings> {
  const roll = rollOf(ballot);
  const rows = await em.execute<{ constituency: Constituency; people: number }[]>(
    `select constituency, count(*)::int as people from (${roll.sql}) eligible group by constituency`, roll.params);
  return { requiredLocales: ballot.requiredLocales, eligible: new Map(rows.map((row) => [row.constituency, row.people])) };
}
