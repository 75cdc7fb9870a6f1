import type { Pile } from '@plenary/count';
import type { Statements } from '../../../../platform/database/database.ts';
import type { BallotRecord } from '../ballot-record.ts';

/** What was on the printed ballots of each constituency, as two people agreed. */
export async function paperPilesOf(_em: Statements, _ballot: BallotRecord): Promise<ReadonlyMap<string, readonly Pile[]>> {
  return new Map();
}
