import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { MOST_ITEMS } from '../domain/agenda-tree.ts';
import type { ItemOutcome } from '../domain/carry-over.ts';
import { allowsAct } from '../domain/meeting-states.ts';
import { type AgendaItemWording, addedFaults } from '../domain/meeting-wording.ts';
import { type SittingRefusal, refuseSitting, sittingRefusal } from '../domain/refusal.ts';
import { type ChangingSitting, type SittingOutcome, changeSitting } from './change-sitting.ts';
import { itemWords } from './plan-agenda.ts';
import { itemOf, quorumNow, subjectOf } from './sitting-facts.ts';
import type { SittingItemRecord } from './sitting-record.ts';

/** An act of whoever runs it, while the meeting sits. */
const inSession = (house: House, viewer: ViewerFacts, key: string, meetingId: string, act: string, change: (changing: ChangingSitting) => Promise<SittingOutcome>) =>
  changeSitting(house, viewer, { key, meetingId, act }, ({ runs }) => runs, async (changing) =>
    (allowsAct(changing.sitting.state, 'RECORD') ? change(changing) : refuseSitting('WRONG_STATE', [changing.sitting.state])));

/** An item is before the body, in whatever order; what was laid on the table is taken up again. */
export const takeUpItem = (house: House, viewer: ViewerFacts, key: string, meetingId: string, itemId: string) =>
  inSession(house, viewer, key, meetingId, 'sitting.item-taken-up', async ({ em, sitting, now }) => {
    const item = itemOf(sitting, itemId);
    if (item === null) return refuseSitting('NO_SUCH_ITEM');
    if (item.outcome !== 'OPEN' && item.outcome !== 'TABLED') return refuseSitting('ITEM_CLOSED', [item.outcome]);
    await em.execute(`update agenda_item set taken_up_at = coalesce(taken_up_at, ?), outcome = 'OPEN', closed_at = null, state = 'POSTED' where id = ?`, [now, item.id]);
    await em.execute('update sitting set current_item = ? where meeting_id = ?', [item.id, sitting.id]);
    return { done: { itemId: item.id } };
  });

/** Says what became of an item. That it was acted on, only where the body could lawfully act (rules 1, 2, 6 and 10). */
export const closeItem = (house: House, viewer: ViewerFacts, key: string, meetingId: string, itemId: string, outcome: ItemOutcome) =>
  inSession(house, viewer, key, meetingId, 'sitting.item-closed', async (changing) => {
    const item = itemOf(changing.sitting, itemId);
    if (item === null) return refuseSitting('NO_SUCH_ITEM');
    if (item.outcome !== 'OPEN') return refuseSitting('ITEM_CLOSED', [item.outcome]);
    if (outcome === 'OPEN') return refuseSitting('NOTHING_CHANGED', [outcome]);
    const refusals = outcome === 'ACTED' ? againstActing(changing, item) : [];
    if (refusals.length > 0) return { refusals };
    await settleItem(changing.em, item.id, outcome);
    return { done: { itemId: item.id, outcome } };
  });

/** Within an act of the room: an item is done with, and before the body no more. */
export async function settleItem(em: EntityManager, itemId: string, outcome: Exclude<ItemOutcome, 'OPEN'>): Promise<void> {
  const state = outcome === 'ACTED' ? 'ACTED' : outcome === 'CONTINUED' || outcome === 'TABLED' ? 'CONTINUED' : 'POSTED';
  await em.execute(
    'update agenda_item set outcome = ?, state = ?, closed_at = clock_timestamp() where id = ?', [outcome, state, itemId]);
  await em.execute('update sitting set current_item = null where current_item = ?', [itemId]);
}

/** Within an act of the room: what was laid on the table is before the body again. */
export async function reopenItem(em: EntityManager, itemId: string): Promise<void> {
  await em.execute(`update agenda_item set outcome = 'OPEN', closed_at = null, state = 'POSTED' where id = ?`, [itemId]);
  await em.execute('update sitting set current_item = ? where meeting_id = (select meeting_id from agenda_item where id = ?)', [itemId, itemId]);
}

/** Within an act of the room: the body found that an item must be acted on now and that this arose after posting (rule 2). */
export const findUrgent = (em: EntityManager, itemId: string): Promise<unknown> =>
  em.execute('update agenda_item set urgency_found_at = coalesce(urgency_found_at, clock_timestamp()) where id = ?', [itemId]);

/** An item nobody was noticed of: it may be talked about in brief, and acted on only when found urgent (EC 35147; Gov. Code 54954.2). */
export const addItem = (house: House, viewer: ViewerFacts, key: string, meetingId: string, wording: AgendaItemWording) =>
  inSession(house, viewer, key, meetingId, 'sitting.item-added', async ({ em, sitting, now }) => {
    const faults = addedFaults(wording);
    if (faults.length > 0) return { faults };
    if (sitting.meeting.items.length >= MOST_ITEMS) return refuseSitting('TOO_MANY_ITEMS', [MOST_ITEMS]);
    const itemId = randomUUID();
    await em.execute(
      `insert into agenda_item (id, school_id, meeting_id, position, added_at, title, description, rationale, intent, minutes_planned, presenter)
       values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)`,
      [itemId, sitting.schoolId, sitting.id, sitting.meeting.items.length + 1, now, ...itemWords(wording)]);
    return { done: { itemId } };
  });

/** Whoever presides asks who wants to speak: to one item, or to anything within the body's jurisdiction (EC 35147; Gov. Code 54954.3; rule 6). */
export const offerComment = (house: House, viewer: ViewerFacts, key: string, meetingId: string, itemId: string | null) =>
  inSession(house, viewer, key, meetingId, 'sitting.comment-offered', async ({ em, sitting, now }) => {
    const item = itemId === null ? null : itemOf(sitting, itemId);
    if (itemId !== null && item === null) return refuseSitting('NO_SUCH_ITEM');
    await em.execute('insert into comment_offer (school_id, meeting_id, item_id, offered_by, at) values (?, ?, ?, ?, ?)', [sitting.schoolId, sitting.id, item?.id ?? null, viewer.personId, now]);
    return { done: { itemId: item?.id ?? null } };
  });

function againstActing({ sitting, now }: ChangingSitting, { id }: SittingItemRecord): SittingRefusal[] {
  const { standing, urgencyFound, commentOffered } = subjectOf(sitting, id, now)!;
  const { present, needed, met } = quorumNow(sitting);
  return [
    ...(met ? [] : [sittingRefusal('NO_QUORUM', [present, needed])]),
    ...(standing.may === 'ACTION' || urgencyFound ? [] : [sittingRefusal('NOT_ELIGIBLE', [standing.reason])]),
    ...(commentOffered || sitting.rules.notice.law === 'PRIVATE' ? [] : [sittingRefusal('COMMENT_NOT_OFFERED')]),
  ];
}
