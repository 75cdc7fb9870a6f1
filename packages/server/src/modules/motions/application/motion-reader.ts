import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { type Page, type Position, fromCursor, page, pageSize } from '../../../platform/graphql/paging.ts';
import type { BodyRecord } from '../../bodies/index.ts';
import { type ShownSitting, ownBodies, preparedBodies } from '../../meetings/index.ts';
import { type ViewerFacts, isUuid, uuidArray, viewerOrPublic } from '../../people/index.ts';
import { assignPermitted } from '../domain/action-item.ts';
import { actionGiver } from './action-looker.ts';
import { isDay } from '../domain/motion-wording.ts';
import { actionsSaid, decisionsSaid, motionsSaid } from './public-words.ts';
import { type ActionItemRecord, type DecisionRecord, type SittingMotions, actionsWhere, areApproved, decisionsWhere, minutesApproved, motionsOfSittings } from './motion-record.ts';

const LOADERS = Symbol('motions.sittings');

type Loaders = Map<string, DataLoader<string, SittingMotions>>;

function loaderOf(ctx: RequestContext, schoolId: string): DataLoader<string, SittingMotions> {
  const loaders = ctx.once(LOADERS, (): Loaders => new Map());
  const known = loaders.get(schoolId);
  if (known !== undefined) return known;
  const em = ctx.house.db.under(school(schoolId));
  const made = new DataLoader(async (ids: readonly string[]) => motionsSaid(em, await motionsOfSittings(em, ids)));
  loaders.set(schoolId, made);
  return made;
}

interface InSchool { readonly id: string; readonly schoolId: string }

/** All that was moved in a sitting, as all its screens read it, whoever looks; one statement for all sittings of an answer. */
export const motionsOf = (ctx: RequestContext, { id, schoolId }: InSchool): Promise<SittingMotions> => loaderOf(ctx, schoolId).load(id);

/** After an act: what this request read before it is read again. */
export const forgetMotions = (ctx: RequestContext): void => ctx.once(LOADERS, (): Loaders => new Map()).clear();

/** A body's decisions, the newest first. */
export async function decisionsOfBody(ctx: RequestContext, { id, schoolId }: Pick<BodyRecord, 'id' | 'schoolId'>, { first, after }: { first: number; after?: string | null }): Promise<Page<DecisionRecord>> {
  const size = pageSize(first);
  const from = fromCursor(after, 1);
  if (from !== null && !/^[1-9]\d{0,8}$/.test(from[0]!)) throw coded('BAD_INPUT', { field: 'after', rule: 'cursor' });
  const em = ctx.house.db.under(school(schoolId));
  const decisions = await decisionsWhere(em,
    'd.body_id = ? and (?::integer is null or d.number < ?::integer) order by d.number desc limit ?', [id, from?.[0] ?? null, from?.[0] ?? null, size + 1]);
  return page(await decisionsSaid(em, decisions), size, ({ number }): Position => [String(number)], from);
}

/** What the bodies of an environment decided lately, the newest first. */
export async function latestDecisions(ctx: RequestContext, { id, schoolId }: InSchool, first: number): Promise<DecisionRecord[]> {
  const em = ctx.house.db.under(school(schoolId));
  return decisionsSaid(em, await decisionsWhere(em, 'd.environment_id = ? order by d.decided_on desc, d.recorded_at desc, d.id limit ?', [id, pageSize(first)]));
}

/** Only what is still to be done, or only what is over, or all. */
type Open = boolean | null;
interface Asked { readonly first: number; readonly after?: string | null | undefined }

/** A body's action items by the day they are due, those without a day last. */
export const actionsOfBody = (ctx: RequestContext, { id, schoolId }: Pick<BodyRecord, 'id' | 'schoolId'>, open: Open, asked: Asked): Promise<Page<ActionItemRecord>> =>
  pageOfActions(ctx, schoolId, 't.body_id = ?', [id], open, asked);

/** What the viewer is to do, in the same order. */
export const actionsOfOwner = (ctx: RequestContext, { personId, schoolId }: ViewerFacts, open: Open, asked: Asked): Promise<Page<ActionItemRecord>> =>
  pageOfActions(ctx, schoolId, 't.owner_id = ?', [personId], open, asked);

/** What others are to do because of the meetings that the viewer prepares, or ran and whose minutes are not approved, in the same order. */
export async function actionsPrepared(ctx: RequestContext, viewer: ViewerFacts, open: Open, asked: Asked): Promise<Page<ActionItemRecord>> {
  return pageOfActions(ctx, viewer.schoolId,
    `t.owner_id <> ? and (t.body_id = any(?::uuid[]) or (not ${minutesApproved('t.meeting_id')} and exists (select from sitting r where r.meeting_id = t.meeting_id and ? in (r.presiding_person, r.recorder_person)
       and t.environment_id = any(?::uuid[]) and (r.ended_at is null or t.body_id = any(?::uuid[])))))`,
    [viewer.personId, uuidArray(await preparedBodies(ctx.house, viewer)), viewer.personId, uuidArray(viewer.environments.map(({ environmentId }) => environmentId)), uuidArray(await ownBodies(ctx.house, viewer))], open, asked);
}

async function pageOfActions(ctx: RequestContext, schoolId: string, of: string, params: readonly unknown[], open: Open, { first, after }: Asked): Promise<Page<ActionItemRecord>> {
  const size = pageSize(first);
  const from = fromCursor(after, 2);
  if (from !== null && ((from[0] !== 'infinity' && !isDay(from[0]!)) || !isUuid(from[1]!))) throw coded('BAD_INPUT', { field: 'after', rule: 'cursor' });
  const due = `coalesce(t.due, 'infinity')`;
  const em = ctx.house.db.under(school(schoolId));
  const actions = await actionsWhere(em,
    `${of} and (?::boolean is null or (t.state = 'OPEN') = ?::boolean) and (?::text is null or (${due}, t.id) > (?::date, ?::uuid)) order by ${due}, t.id limit ?`,
    [...params, open, open, from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1]);
  return page(await actionsSaid(em, actions), size, (action): Position => [action.due ?? 'infinity', action.id], from);
}

/** Whether the viewer may assign an action item of this sitting now. */
export async function mayAssign(ctx: RequestContext, sitting: ShownSitting): Promise<boolean> {
  const giver = actionGiver(await viewerOrPublic(ctx), sitting);
  if (!giver.prepares && !giver.ran) return false;
  return assignPermitted(giver, { state: sitting.state, approved: await areApproved(ctx.house.db.under(school(sitting.schoolId)), sitting.id) });
}

/** One action item, as it is now; null when the school has none. */
export async function actionById(ctx: RequestContext, schoolId: string, id: string): Promise<ActionItemRecord | null> {
  const em = ctx.house.db.under(school(schoolId));
  const [action] = isUuid(id) ? await actionsSaid(em, await actionsWhere(em, 't.id = ?', [id])) : [];
  return action ?? null;
}
