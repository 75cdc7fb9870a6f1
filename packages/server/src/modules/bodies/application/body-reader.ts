import DataLoader from 'dataloader';
import { gate, school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { type EnvironmentRecord, isMember, isUuid, mayDraftBallots, uuidArray, viewerOrPublic } from '../../people/index.ts';
import type { BodyLooker } from '../domain/policy.ts';
import { type BodyRecord, bodiesById, bodiesWhere } from './body-record.ts';

const LOADER = Symbol('bodies.bodies');

/** Across schools: which bodies there are, and their rules, is public. */
const bodyLoader = (ctx: RequestContext) => ctx.once(LOADER, () => new DataLoader(async (ids: readonly string[]) => {
  const { db } = ctx.house;
  const homes = await db.under(gate).execute<{ id: string; schoolId: string }[]>(
    'select id, school_id as "schoolId" from governing_body where id = any(?::uuid[])', [uuidArray(ids)]);
  const found = await Promise.all([...Map.groupBy(homes, ({ schoolId }) => schoolId)].map(([schoolId, own]) =>
    bodiesById(db.under(school(schoolId)), own.map(({ id }) => id))));
  const byId = new Map(found.flat().map((body) => [body.id, body]));
  return ids.map((id) => byId.get(id) ?? null);
}));

export const bodyById = (ctx: RequestContext, id: string): Promise<BodyRecord | null> =>
  (isUuid(id) ? bodyLoader(ctx).load(id.toLowerCase()) : Promise.resolve(null));

/** The same after this request has changed it. */
export function rereadBody(ctx: RequestContext, id: string): Promise<BodyRecord | null> {
  bodyLoader(ctx).clear(id);
  return bodyById(ctx, id);
}

/** An environment's bodies, those that are no more last. A school has a handful. */
export async function bodiesOf(ctx: RequestContext, { id, schoolId }: Pick<EnvironmentRecord, 'id' | 'schoolId'>): Promise<BodyRecord[]> {
  const bodies = await bodiesWhere(ctx.house.db.under(school(schoolId)),
    `g.environment_id = ? order by g.closed_at is not null, array_position('{SSC,ELAC,LSLC,PLE_TEAM,PAC,PTA,OTHER}'::text[], g.kind), g.created_at, g.id limit 200`, [id]);
  for (const body of bodies) bodyLoader(ctx).prime(body.id, body);
  return bodies;
}

/** What the viewer is to it; in a shared execution everybody is the public. */
export async function bodyLookerOf(ctx: RequestContext, { environmentId }: { readonly environmentId: string }): Promise<BodyLooker> {
  const viewer = await viewerOrPublic(ctx);
  return { keeps: mayDraftBallots(viewer, environmentId), member: isMember(viewer, environmentId) };
}
