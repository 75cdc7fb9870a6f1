import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { pageSize } from '../../../platform/graphql/paging.ts';
import { bodyById } from '../../bodies/index.ts';
import { type DemandGround, decideDemand, meetingLookerAt, visibleSitting, saidPublicly, textsSaid } from '../../meetings/index.ts';
import { viewerOrPublic } from '../../people/index.ts';
import { type DemandLooker, SOURCE, isOpen } from '../domain/demand.ts';
import type { RemedyRefusalReason } from '../domain/refusal.ts';
import { type DemandRecord, demandsOfMeetings, demandsWhere } from './demand-record.ts';
import { dayOf } from './demand-reconsideration.ts';
import { homeOfSecret } from './settle-demand.ts';

/** A demand as somebody may read it. */
export interface ShownDemand extends DemandRecord { readonly looker: DemandLooker }

interface Home { readonly id: string; readonly schoolId: string }

const LOADER = Symbol('remedies.demands');
type Loaders = Map<string, DataLoader<string, readonly DemandRecord[]>>;

function loaderOf(ctx: RequestContext, schoolId: string): DataLoader<string, readonly DemandRecord[]> {
  const loaders = ctx.once(LOADER, (): Loaders => new Map());
  const known = loaders.get(schoolId);
  if (known !== undefined) return known;
  const made = new DataLoader(async (ids: readonly string[]) => {
    const all = Map.groupBy(await demandsOfMeetings(ctx.house.db.under(school(schoolId)), ids), ({ meetingId }) => meetingId);
    return ids.map((id) => all.get(id) ?? []);
  });
  loaders.set(schoolId, made);
  return made;
}

/** What was demanded of a meeting, in the order in which it came; one statement for all meetings of an answer. */
export async function demandsOf(ctx: RequestContext, { id, schoolId }: Home): Promise<ShownDemand[]> {
  return Promise.all((await loaderOf(ctx, schoolId).load(id)).map((demand) => shownDemand(ctx, demand, false)));
}

/** What waits for a body to be settled, in the order in which it came. */
export async function openDemands(ctx: RequestContext, { id, schoolId }: Home, first: number): Promise<ShownDemand[]> {
  const waiting = await demandsWhere(ctx.house.db.under(school(schoolId)), `d.body_id = ? and d.state = 'RECEIVED' order by d.received_at, d.id limit ?`, [id, pageSize(first)]);
  return Promise.all(waiting.filter(({ state }) => isOpen(state)).map((demand) => shownDemand(ctx, demand, false)));
}

/** A demand as it is now, after an act or for who has its secret. @throws NOT_FOUND when it is gone. */
export async function rereadDemand(ctx: RequestContext, { id, schoolId }: Home, follows: boolean): Promise<ShownDemand> {
  ctx.once(LOADER, (): Loaders => new Map()).clear();
  const [demand] = await demandsWhere(ctx.house.db.under(school(schoolId)), 'd.id = ?', [id]);
  if (demand === undefined) throw coded('NOT_FOUND');
  return shownDemand(ctx, demand, follows);
}

export async function demandOfSecret(ctx: RequestContext, secret: string): Promise<ShownDemand | null> {
  const home = await homeOfSecret(ctx.house, secret);
  return home === null ? null : rereadDemand(ctx, home, true);
}

async function shownDemand(ctx: RequestContext, demand: DemandRecord, hasSecret: boolean): Promise<ShownDemand> {
  const [viewer, body] = await Promise.all([viewerOrPublic(ctx), bodyById(ctx, demand.bodyId)]);
  const prepares = body !== null && meetingLookerAt(viewer, body).prepares;
  const [{ answer }] = Object.keys(demand.answer).length === 0 ? [demand] : await saidPublicly(ctx.house.db.under(school(demand.schoolId)), [demand], ({ meetingId }) => meetingId,
    (each, say) => ({ ...each, answer: textsSaid(each.answer, say) })) as [DemandRecord];
  return { ...demand, answer, looker: { prepares, follows: hasSecret || (viewer !== null && viewer.personId === demand.personId) } };
}

/** What the law says today of demands about a meeting. */
export interface DemandTerms {
  readonly open: boolean;
  /** Null: one may be made. */
  readonly reason: RemedyRefusalReason | null;
  readonly source: string | null;
  readonly agendaUntil: string | null;
  readonly otherUntil: string | null;
}

/** Whether anybody may demand now, and until which day by each ground. */
export async function demandTerms(ctx: RequestContext, meetingId: string): Promise<DemandTerms> {
  const sitting = await visibleSitting(ctx, meetingId);
  if (sitting === null) return { open: false, reason: 'WRONG_STATE', source: null, agendaUntil: null, otherUntil: null };
  const { state, rules: { notice: { law } }, body: { today } } = sitting;
  const actedOn = await dayOf(ctx.house.db.under(school(sitting.schoolId)), sitting);
  const decide = (ground: DemandGround, demandedOn: string) => decideDemand({ law, state }, { ground, actedOn, demandedOn });
  const until = (ground: DemandGround) => {
    const first = decide(ground, actedOn);
    return first.ok ? first.clocks.demandUntil : null;
  };
  // The longer window decides.
  const now = decide('OTHER', today);
  return {
    open: now.ok, reason: now.ok ? null : now.refusal.reason as RemedyRefusalReason, source: law === 'PRIVATE' ? 'bylaws' : SOURCE[law],
    agendaUntil: until('AGENDA'), otherUntil: until('OTHER'),
  };
}
