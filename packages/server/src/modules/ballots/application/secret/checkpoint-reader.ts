import { school } from '../../../../platform/database/database.ts';
import type { RequestContext } from '../../../../platform/graphql/context.ts';
import { viewerOf } from '../../../people/index.ts';
import type { Constituency } from '../../domain/ballot.ts';
import { mayShowCheckpoint } from '../../domain/secret/witnessing.ts';
import type { BallotRecord } from '../ballot-record.ts';
import { lookerAt } from '../looker.ts';

export interface CheckpointShown {
  readonly constituency: Constituency;
  readonly size: number | null;
  readonly note: string | null;
}

/** The newest of each constituency's log, as far as its size may be told. Null for whoever is not of the committee, and for ballots that are not secret. */
export async function newestCheckpoints(ctx: RequestContext, ballot: BallotRecord): Promise<CheckpointShown[] | null> {
  const viewer = await viewerOf(ctx);
  if (viewer === null || ballot.secrecy !== 'SECRET' || !lookerAt(viewer, ballot).committee) return null;
  const newest = await ctx.house.db.under(school(ballot.schoolId)).execute<{ constituency: string; size: number; note: string }[]>(
    'select distinct on (constituency) constituency, size, note from ballot_checkpoint where ballot_id = ? order by constituency, size desc', [ballot.id]);
  return ballot.constituencies.map(({ constituency, voted }) => {
    const found = newest.find((each) => each.constituency === constituency);
    return found !== undefined && mayShowCheckpoint({ voted, size: found.size })
      ? { constituency, size: found.size, note: found.note } : { constituency, size: null, note: null };
  });
}
