import DataLoader from 'dataloader';
import { type EntityManager, type Statements, school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import type { House } from '../../../platform/room.ts';
import { type AgendaSource, type ShownSitting, type SittingRecord, settleItem, withdrawSourced } from '../../meetings/index.ts';
import { environmentIn, uuidArray } from '../../people/index.ts';
import { languagesOf } from '../domain/assembling.ts';
import { approvalItem } from '../domain/approval-item.ts';

/** What an agenda's item comes from, when it comes from minutes. */
export const MINUTES_ORIGIN = 'MINUTES';

/** Circulated minutes come up for approval at the body's next meeting by themselves, before everything else. */
export const minutesOnAgenda: AgendaSource = {
  async itemsOf(em, bodyId) {
    const waiting = await em.execute<{ meetingId: string; environmentId: string; day: string }[]>(
      `select m.meeting_id as "meetingId", m.environment_id as "environmentId", (s.called_to_order_at at time zone e.time_zone)::date::text as day
       from minutes m join sitting s on s.meeting_id = m.meeting_id join learning_environment e on e.id = m.environment_id
       where m.body_id = ? and m.state = 'CIRCULATED' order by s.called_to_order_at, m.meeting_id`, [bodyId]);
    if (waiting.length === 0) return [];
    const environment = (await environmentIn(em, waiting[0]!.environmentId))!;
    const locales = languagesOf(environment.requiredLocales);
    return waiting.map(({ meetingId, day }) => ({ origin: { kind: MINUTES_ORIGIN, id: meetingId }, position: 'FIRST' as const, wording: approvalItem(day, locales) }));
  },
};

/** These minutes are approved: the item they came up as is acted on where that happened, and off every draft it waits on. */
export async function settleOnAgenda(house: House, em: EntityManager, up: SittingRecord, minutesId: string, actorId: string): Promise<void> {
  for (const [itemId, about] of await originsOf(em, up.items.filter(({ outcome }) => outcome !== 'ACTED').map(({ id }) => id))) if (about === minutesId) await settleItem(em, itemId, 'ACTED');
  await withdrawSourced(house, em, up.schoolId, { kind: MINUTES_ORIGIN, id: minutesId }, actorId);
}

const LOADER = Symbol('minutes.on-agenda');

/** The minutes that an item of a sitting is about, also where the item was carried over; null: it is about none. */
export function minutesOfItem(ctx: RequestContext, { schoolId }: Pick<ShownSitting, 'schoolId'>, itemId: string): Promise<string | null> {
  const loader = ctx.once(LOADER, () => new DataLoader(async (keys: readonly { schoolId: string; itemId: string }[]) => {
    const found = new Map<string, string>();
    for (const [of, own] of Map.groupBy(keys, (key) => key.schoolId)) {
      for (const [item, minutes] of await originsOf(ctx.house.db.under(school(of)), own.map((key) => key.itemId))) found.set(item, minutes);
    }
    return keys.map((key) => found.get(key.itemId) ?? null);
  }, { cacheKeyFn: (key) => key.itemId as unknown as { schoolId: string; itemId: string } }));
  return loader.load({ schoolId, itemId });
}

async function originsOf(em: Statements, itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ itemId: string; meetingId: string }[]>(
    `select i.id as "itemId", o.origin_id as "meetingId" from agenda_item i join agenda_item o on o.school_id = i.school_id and (o.id = i.id or o.id = any(i.lineage))
     where i.id = any(?::uuid[]) and o.origin_kind = '${MINUTES_ORIGIN}'`, [uuidArray(itemIds)]);
  return new Map(rows.map(({ itemId, meetingId }) => [itemId, meetingId]));
}
