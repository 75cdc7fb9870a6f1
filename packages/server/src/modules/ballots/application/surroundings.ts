import type { Statements } from '../../../platform/database/database.ts';
import { ELIGIBLE_SQL } from '../../people/index.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { Surroundings } from '../domain/readiness.ts';
import type { BallotRecord } from './ballot-record.ts';

/** The two parameters of {@link ELIGIBLE_SQL} for this ballot. */
export const eligibleParams = (ballot: BallotRecord): [string, string] =>
  [ballot.environmentId, `{${ballot.constituencies.map((each) => each.constituency).join(',')}}`];

export async function surroundingsOf(em: Statements, ballot: BallotRecord): Promise<Surroundings> {
  const rows = await em.execute<{ constituency: Constituency; people: number }[]>(
    `select constituency, count(*)::int as people from (${ELIGIBLE_SQL}) eligible group by constituency`, eligibleParams(ballot));
  return { requiredLocales: ballot.requiredLocales, eligible: new Map(rows.map((row) => [row.constituency, row.people])) };
}
