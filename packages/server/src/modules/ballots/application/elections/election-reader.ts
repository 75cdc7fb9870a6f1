import DataLoader from 'dataloader';
import { gate, school } from '../../../../platform/database/database.ts';
import type { RequestContext } from '../../../../platform/graphql/context.ts';
import { type Page, type Position, page, pageSize } from '../../../../platform/graphql/paging.ts';
import { type EnvironmentRecord, type ViewerFacts, isMember, isUuid, uuidArray, viewerOrPublic } from '../../../people/index.ts';
import { ELECTION_STATES, type ElectionState } from '../../domain/elections/election-states.ts';
import { isNamedOutside } from '../../domain/elections/candidate-name.ts';
import { maySeeElection, maySeeNomination } from '../../domain/elections/policy.ts';
import type { Constituency } from '../../domain/ballot.ts';
import { positionOf } from '../ballot-reader.ts';
import { lookerAt } from '../looker.ts';
import { type ConstituencySeats, type ElectionRecord, type NominationRecord, electionsById, electionsWhere } from './election-record.ts';

const LOADER = Symbol('elections.byId');

/** An election whoever owns it, before any policy; batched within a request. */
const electionLoader = (ctx: RequestContext): DataLoader<string, ElectionRecord | null> => ctx.once(LOADER, () => new DataLoader(async (ids: readonly string[]) => {
  const { db } = ctx.house;
  const homes = await db.under(gate).execute<{ id: string; schoolId: string }[]>(
    'select id, school_id as "schoolId" from election where id = any(?::uuid[])', [uuidArray(ids)]);
  const bySchool = Map.groupBy(homes, ({ schoolId }) => schoolId);
  const found = await Promise.all([...bySchool].map(([schoolId, own]) => electionsById(db.under(school(schoolId)), own.map(({ id }) => id))));
  const byId = new Map(found.flat().map((election) => [election.id, election]));
  return ids.map((id) => byId.get(id) ?? null);
}));

/** The election if this viewer may see it; a shared execution sees what the public sees. */
export async function visibleElection(ctx: RequestContext, id: string): Promise<ElectionRecord | null> {
  const election = isUuid(id) ? await electionLoader(ctx).load(id.toLowerCase()) : null;
  return election !== null && maySeeElection(lookerAt(await viewerOrPublic(ctx), election), election) ? election : null;
}

/** The same after this request has changed it: what was read before is forgotten. */
export function rereadElection(ctx: RequestContext, id: string): Promise<ElectionRecord | null> {
  electionLoader(ctx).clear(id);
  return visibleElection(ctx, id);
}

/** An environment's elections that this viewer may see, newest first. */
export async function electionsOf(
  ctx: RequestContext, environment: Pick<EnvironmentRecord, 'id' | 'schoolId'>,
  { first, after, states }: { first: number; after?: string | null; states?: readonly ElectionState[] | null },
): Promise<Page<ElectionRecord>> {
  const size = pageSize(first);
  const from = positionOf(after);
  const { committee } = lookerAt(await viewerOrPublic(ctx), { environmentId: environment.id });
  const rows = await electionsWhere(
    ctx.house.db.under(school(environment.schoolId)),
    `e.environment_id = ? and e.state = any(?::text[]) and (? or e.noticed_at is not null)
     and (?::text is null or (e.created_at, e.id) < (?::timestamptz, ?::uuid))
     order by e.created_at desc, e.id desc limit ?`,
    [environment.id, `{${ELECTION_STATES.filter((state) => states?.includes(state) ?? true).join(',')}}`, committee,
      from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1]);
  for (const row of rows) electionLoader(ctx).prime(row.id, row);
  return page(rows, size, (election): Position => [election.createdAt, election.id], from);
}

/** Whether this viewer is told the names, and the words, of people of that constituency: students' only inside the school (rule 30). */
export const isNamedTo = (viewer: ViewerFacts | null, environmentId: string, constituency: Constituency): boolean =>
  isNamedOutside(constituency) || isMember(viewer, environmentId);

/** A constituency's seats with the election they are of. */
export interface SeenConstituency extends ConstituencySeats { readonly election: ElectionRecord }

/** A nomination as one viewer sees it. */
export interface SeenNomination extends Omit<NominationRecord, 'name' | 'statement'> {
  readonly election: ElectionRecord;
  readonly viewer: ViewerFacts | null;
  /** Null for a student's, outside the school. */
  readonly name: string | null;
  readonly statement: NominationRecord['statement'];
  /** Where it stands among its constituency's candidates, from 1; as drawn once it is. */
  readonly number: number | null;
}

/** Nominations of a constituency that this viewer may see, candidates first. */
export async function nominationsSeen(ctx: RequestContext, election: ElectionRecord, constituency: Constituency): Promise<SeenNomination[]> {
  const viewer = await viewerOrPublic(ctx);
  const looker = lookerAt(viewer, election);
  const named = isNamedTo(viewer, election.environmentId, constituency);
  const own = election.nominations.filter((each) => each.constituency === constituency);
  const candidates = own.filter(({ state }) => state === 'ACCEPTED');
  return [...candidates, ...own.filter(({ state }) => state !== 'ACCEPTED')]
    .filter((each) => maySeeNomination(looker, viewer?.personId ?? null, each))
    .map((each) => ({
      ...each, election, viewer, name: named ? each.name : null, statement: named ? each.statement : {},
      number: each.state === 'ACCEPTED' ? candidates.indexOf(each) + 1 : null,
    }));
}
