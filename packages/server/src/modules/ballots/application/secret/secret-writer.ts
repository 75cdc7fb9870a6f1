import { box } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { decideSecretCast } from '../../domain/secret/casting.ts';
import { BatchLanes } from '../batch-lanes.ts';
import { type SecretRow, castSecretRows } from './cast-statement.ts';
import type { Pool } from './open-pools.ts';

/** STORED, or why not; with REVISION the newest number there is. */
export type SecretWritten = { readonly answer: 'STORED' | 'CLOSED' } | { readonly answer: 'REVISION'; readonly highest: number };

export type SecretWriter = BatchLanes<Pool, SecretRow, SecretWritten>;

/** Puts checked votes into the box, in batches sent sealed: a statement's text may end up in the database's log. */
export const secretWriter = ({ db }: Pick<House, 'db'>): SecretWriter => new BatchLanes({
  laneOf: ({ ballotId }) => ballotId,
  onceOf: ({ pk }) => pk,
  async write({ schoolId, ballotId }, rows) {
    const found = await castSecretRows(db.sealed(box(schoolId)), ballotId, rows);
    return rows.map(({ revision }, n) => {
      const facts = found[n];
      const answer = facts ? decideSecretCast(facts, revision) : 'CLOSED';
      if (answer === 'RACED') return answer;
      return answer === 'REVISION' ? { answer, highest: facts!.highest } : { answer };
    });
  },
});
