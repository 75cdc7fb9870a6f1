import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { type Page, type Position, page, pageSize } from '../../../platform/graphql/paging.ts';
import { type EnvironmentRecord, isTimestamp, isUuid, positionAfter, uuidArray, viewerOrPublic } from '../../people/index.ts';
import type { Constituency } from '../domain/ballot.ts';
import { BALLOT_STATES, type BallotState } from '../domain/ballot-states.ts';
import { maySeeBallot } from '../domain/policy.ts';
import { hallOf } from './ballot-hall.ts';
import { type BallotOutline, type BallotRecord, ballotsById, ballotsWhere, isWhole, outlinesWhere } from './ballot-record.ts';
import { lookerAt } from './looker.ts';

const LOADER = Symbol('ballots.byId');

/** A ballot whoever owns it, before any policy; batched within a request. */
function ballotLoader(ctx: RequestContext): DataLoader<string, BallotRecord | null> {
  return ctx.once(LOADER, () => new DataLoader(async (ids: readonly string[]) => {
    const { db } = ctx.house;
    const homes = await hallOf(ctx.house).homes.of(ids);
    const bySchool = Map.groupBy(homes.keys(), (id) => homes.get(id)!);
    const found = await Promise.all([...bySchool].map(([schoolId, own]) => ballotsById(db.under(school(schoolId)), own)));
    const byId = new Map(found.flat().map((ballot) => [ballot.id, ballot]));
    return ids.map((id) => byId.get(id) ?? null);
  }));
}

/** The ballot if this viewer may see it; a shared execution sees what the public sees. */
export async function visibleBallot(ctx: RequestContext, id: string): Promise<BallotRecord | null> {
  const ballot = isUuid(id) ? await ballotLoader(ctx).load(id.toLowerCase()) : null;
  return ballot !== null && maySeeBallot(lookerAt(await viewerOrPublic(ctx), ballot), ballot.state) ? ballot : null;
}

/** The same after this request has changed it: what was read before is forgotten. */
export function rereadBallot(ctx: RequestContext, id: string): Promise<BallotRecord | null> {
  ballotLoader(ctx).clear(id);
  return visibleBallot(ctx, id);
}

/**
 * What `use` makes of all of a ballot whose outline this viewer was shown: at once where it is there already, else
 * read, batched within a request.
 * @throws NOT_FOUND when it went meanwhile.
 */
export function ofWhole<T>(
  ctx: RequestContext, ballot: BallotOutline, use: (whole: BallotRecord) => T | Promise<T>,
): T | Promise<T> {
  if (isWhole(ballot)) return use(ballot);
  return ballotLoader(ctx).load(ballot.id).then((whole) => {
    if (whole === null) throw coded('NOT_FOUND');
    return use(whole);
  });
}

/** @throws BAD_INPUT for a cursor that this list never gave out. */
export const positionOf = (after: string | null | undefined): Position | null => positionAfter(after, isTimestamp, isUuid);

/** An environment's ballots that this viewer may see, newest first; `whole` when more than their outlines will be asked for. */
export async function ballotsOf(
  ctx: RequestContext, environment: Pick<EnvironmentRecord, 'id' | 'schoolId'>,
  { first, after, states, whole }: { first: number; after?: string | null; states?: readonly BallotState[] | null; whole: boolean },
): Promise<Page<BallotOutline>> {
  const size = pageSize(first);
  const from = positionOf(after);
  const looker = lookerAt(await viewerOrPublic(ctx), { environmentId: environment.id });
  const visible = BALLOT_STATES.filter((state) => maySeeBallot(looker, state) && (states?.includes(state) ?? true));
  const rows: BallotOutline[] = await (whole ? ballotsWhere : outlinesWhere)(
    ctx.house.db.under(school(environment.schoolId)),
    `b.environment_id = ? and b.state = any(?::text[])
     and (?::text is null or (b.created_at, b.id) < (?::timestamptz, ?::uuid))
     order by b.created_at desc, b.id desc limit ?`,
    [environment.id, `{${visible.join(',')}}`, from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1],
  );
  for (const row of rows) {
    hallOf(ctx.house).homes.remember(row.id, row.schoolId);
    if (isWhole(row)) ballotLoader(ctx).prime(row.id, row);
  }
  return page(rows, size, (ballot): Position => [ballot.createdAt, ballot.id], from);
}

export interface ParticipationRecord {
  readonly constituency: Constituency;
  /** Marked on the roll, or given a ballot paper. */
  readonly voted: boolean;
  /** Votes on a printed ballot, and so not here. */
  readonly onPaper: boolean;
}

const PARTICIPATION = Symbol('ballots.participation');

/** The viewer's own line on the roll; null for whoever is not on it, and before it is frozen. */
export function participationIn(ctx: RequestContext, ballot: BallotOutline): Promise<ParticipationRecord | null> {
  const { session } = ctx;
  if (session === null || session.schoolId !== ballot.schoolId) return Promise.resolve(null);
  return participationLoader(ctx, session.schoolId, session.personId).load(ballot.id);
}

function participationLoader(ctx: RequestContext, schoolId: string, personId: string): DataLoader<string, ParticipationRecord | null> {
  return ctx.once(PARTICIPATION, () => new DataLoader(async (ids: readonly string[]) => {
    const rows = await ctx.house.db.under(school(schoolId)).execute<(ParticipationRecord & { ballotId: string })[]>(
      `select r.ballot_id as "ballotId", r.constituency, r.voted or coalesce(p.issued or p.on_paper, false) as voted,
         coalesce(p.on_paper, false) as "onPaper"
       from registry.roll r left join registry.paper p on p.ballot_id = r.ballot_id and p.person_id = r.person_id
       where r.person_id = ? and r.ballot_id = any(?::uuid[])`,
      [personId, uuidArray(ids)]);
    const byBallot = new Map(rows.map(({ ballotId, ...rest }) => [ballotId, rest]));
    return ids.map((id) => byBallot.get(id) ?? null);
  }));
}
