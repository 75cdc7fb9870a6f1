import DataLoader from 'dataloader';
import { gate, school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { isUuid, uuidArray, viewerOrPublic } from '../../people/index.ts';
import { type SittingLooker, sittingLooker } from './sitting-looker.ts';
import { type SittingRecord, sittingsById } from './sitting-record.ts';

const LOADER = Symbol('meetings.sittings');

/** A sitting under somebody's eyes; in a shared execution under the public's. */
export interface ShownSitting extends SittingRecord { readonly looker: SittingLooker }

const sittingLoader = (ctx: RequestContext) => ctx.once(LOADER, () => new DataLoader(async (ids: readonly string[]) => {
  const { db } = ctx.house;
  const homes = await db.under(gate).execute<{ id: string; schoolId: string }[]>('select id, school_id as "schoolId" from meeting where id = any(?::uuid[])', [uuidArray(ids)]);
  const found = await Promise.all([...Map.groupBy(homes, ({ schoolId }) => schoolId)].map(([schoolId, own]) =>
    sittingsById(db.under(school(schoolId)), own.map(({ id }) => id))));
  const byId = new Map(found.flat().map((sitting) => [sitting.id, sitting]));
  return ids.map((id) => byId.get(id) ?? null);
}));

/** Everybody may read it from the meeting's first notice on; null before. */
export async function visibleSitting(ctx: RequestContext, id: string): Promise<ShownSitting | null> {
  const sitting = isUuid(id) ? await sittingLoader(ctx).load(id.toLowerCase()) : null;
  return sitting === null ? null : { ...sitting, looker: sittingLooker(await viewerOrPublic(ctx), sitting) };
}

/** The same after this request has changed it. */
export function rereadSitting(ctx: RequestContext, id: string): Promise<ShownSitting | null> {
  sittingLoader(ctx).clear(id.toLowerCase());
  return visibleSitting(ctx, id);
}
