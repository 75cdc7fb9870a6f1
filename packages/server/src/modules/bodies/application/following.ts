import DataLoader from 'dataloader';
import { type Statements, school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isMember, uuidArray, viewerOrPublic } from '../../people/index.ts';
import { type BodyRecord, bodiesById } from './body-record.ts';

/**
 * Somebody of the environment wants to be told of a body's meetings, or would rather not any more; asked twice it is as
 * after once.
 * @throws NOT_FOUND when there is no such body, it is no more, or the viewer is none of its environment's people.
 */
export async function followBody({ db }: Pick<House, 'db'>, viewer: ViewerFacts, bodyId: string, follow: boolean): Promise<void> {
  const em = db.under(school(viewer.schoolId));
  const [body] = await bodiesById(em, [bodyId]);
  if (body === undefined || !isMember(viewer, body.environmentId) || (follow && body.closedAt !== null)) throw coded('NOT_FOUND');
  await (follow
    ? em.execute('insert into body_follow (body_id, person_id, school_id) values (?, ?, ?) on conflict (body_id, person_id) do nothing', [body.id, viewer.personId, viewer.schoolId])
    : em.execute('delete from body_follow where body_id = ? and person_id = ?', [body.id, viewer.personId]));
}

/** Ids of everybody who is told of a body: who sits in it or holds an office, also who is to, and who of its environment follows it. */
export async function audienceOf(em: Statements, { id, environmentId, seats, officers, comingOfficers }: Pick<BodyRecord, 'id' | 'environmentId' | 'seats' | 'officers' | 'comingOfficers'>): Promise<string[]> {
  const followers = await em.execute<{ id: string }[]>(
    `select f.person_id as id from body_follow f where f.body_id = ?
       and (exists (select from membership m where m.person_id = f.person_id and m.environment_id = ?)
         or exists (select from role_grant r where r.person_id = f.person_id and r.environment_id = ?))`, [id, environmentId, environmentId]);
  const members = [...seats, ...officers, ...comingOfficers].flatMap(({ personId }) => (personId === null ? [] : [personId]));
  return [...new Set([...members, ...followers.map((each) => each.id)])];
}

const LOADER = Symbol('bodies.followed');

const followedBy = (ctx: RequestContext, { personId, schoolId }: ViewerFacts) => ctx.once(LOADER, () => new DataLoader(async (ids: readonly string[]) => {
  const rows = await ctx.house.db.under(school(schoolId)).execute<{ id: string }[]>(
    'select body_id as id from body_follow where person_id = ? and body_id = any(?::uuid[])', [personId, uuidArray(ids)]);
  const followed = new Set(rows.map((row) => row.id));
  return ids.map((each) => followed.has(each));
}));

/** Whether the viewer follows it; nobody does in a shared execution. */
export async function viewerFollows(ctx: RequestContext, { id }: Pick<BodyRecord, 'id'>): Promise<boolean> {
  const viewer = await viewerOrPublic(ctx);
  return viewer !== null && followedBy(ctx, viewer).load(id);
}

/** Forgets what this request read of it before it changed it. */
export const rereadFollowed = (ctx: RequestContext, viewer: ViewerFacts, id: string): unknown => followedBy(ctx, viewer).clear(id);
