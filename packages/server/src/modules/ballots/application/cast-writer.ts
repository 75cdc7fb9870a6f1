import { caster } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type CastAnswer, decideCast } from '../domain/casting.ts';
import { BatchLanes } from './batch-lanes.ts';
import { type CastRow, castRows } from './cast-statement.ts';

export type Written = Exclude<CastAnswer, 'RACED'> | 'NOT_FOUND';

/** Both as they are written in the database. */
export interface VotedOn { readonly schoolId: string; readonly ballotId: string }

export type CastWriter = BatchLanes<VotedOn, CastRow, Written>;

/**
 * Puts confidential votes into the box. Who votes what is together here for the only time, so the batch is sent sealed:
 * the database writes a statement that fails into its log, and whoever may see what runs there sees its text.
 */
export const castWriter = ({ db }: Pick<House, 'db'>): CastWriter => new BatchLanes({
  laneOf: ({ schoolId, ballotId }) => `${schoolId}/${ballotId}`,
  onceOf: ({ personId }) => personId,
  async write({ schoolId, ballotId }, rows) {
    const found = await castRows(db.sealed(caster(schoolId)), ballotId, rows);
    return rows.map((_, n) => {
      const facts = found[n];
      return facts ? decideCast(facts) : 'NOT_FOUND';
    });
  },
});
