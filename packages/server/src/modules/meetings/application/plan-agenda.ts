import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { MOST_ITEMS, branchOf, decidePlace, siblingsWith } from '../domain/agenda-tree.ts';
import { type AgendaItemWording, clean, itemFaults, textsOf } from '../domain/meeting-wording.ts';
import { refuseMeeting } from '../domain/refusal.ts';
import { type ChangingMeeting, type MeetingAt, type NotDone, changeMeeting, grown } from './change-meeting.ts';
import { recordMeeting } from './record-meeting.ts';

/** Under which item, and where among those there, counted from 1; beyond the end is the end. */
export interface ItemPlace {
  readonly parentId: string | null;
  readonly position: number;
}

/**
 * Acts on a meeting's agenda. Of a noticed meeting they take effect with the next notice: what the public reads, and what
 * may be acted on, is what was posted (rule 3).
 */
const changeAgenda = (house: House, viewer: ViewerFacts, at: MeetingAt, change: (changing: ChangingMeeting) => Promise<NotDone | { readonly itemId: string }>, kind: string) =>
  changeMeeting(house, viewer, at, 'REVISE', async (changing) => {
    const done = await change(changing);
    if (done === null || !('itemId' in done)) return done;
    await grown(changing.em, changing.meeting.id);
    await recordMeeting(house, changing.em, { meeting: changing.meeting, kind, actorId: viewer.personId, detail: done });
    return null;
  });

export const addAgendaItem = (house: House, viewer: ViewerFacts, at: MeetingAt, wording: AgendaItemWording, { parentId, position }: ItemPlace) =>
  changeAgenda(house, viewer, at, async ({ em, meeting }) => {
    const faults = itemFaults(wording);
    if (faults.length > 0) return { faults };
    if (meeting.items.length >= MOST_ITEMS) return refuseMeeting('TOO_MANY_ITEMS', [MOST_ITEMS]);
    const place = decidePlace(meeting.items, null, parentId);
    if (!place.ok) return place;
    const itemId = randomUUID();
    await em.execute(
      `insert into agenda_item (id, school_id, meeting_id, parent_id, position, title, description, rationale, intent, minutes_planned, presenter)
       values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)`,
      [itemId, meeting.schoolId, meeting.id, parentId, meeting.items.length + 1, ...itemWords(wording)]);
    await arrange(em, siblingsWith(meeting.items, itemId, parentId, position), parentId);
    return { itemId };
  }, 'meeting.item-added');

export const reviseAgendaItem = (house: House, viewer: ViewerFacts, at: MeetingAt, itemId: string, wording: AgendaItemWording) =>
  changeAgenda(house, viewer, at, async ({ em, meeting }) => {
    if (!meeting.items.some(({ id }) => id === itemId)) return refuseMeeting('NO_SUCH_ITEM');
    const faults = itemFaults(wording).map((fault) => ({ ...fault, itemId }));
    if (faults.length > 0) return { faults };
    await em.execute(
      'update agenda_item set title = ?::jsonb, description = ?::jsonb, rationale = ?::jsonb, intent = ?, minutes_planned = ?, presenter = ? where id = ?',
      [...itemWords(wording), itemId]);
    return { itemId };
  }, 'meeting.item-revised');

export const moveAgendaItem = (house: House, viewer: ViewerFacts, at: MeetingAt, itemId: string, { parentId, position }: ItemPlace) =>
  changeAgenda(house, viewer, at, async ({ em, meeting }) => {
    if (!meeting.items.some(({ id }) => id === itemId)) return refuseMeeting('NO_SUCH_ITEM');
    const place = decidePlace(meeting.items, itemId, parentId);
    if (!place.ok) return place;
    await arrange(em, siblingsWith(meeting.items, itemId, parentId, position), parentId);
    return { itemId };
  }, 'meeting.item-moved');

/** The item and its parts; what was posted of them stays on record. */
export const withdrawAgendaItem = (house: House, viewer: ViewerFacts, at: MeetingAt, itemId: string) =>
  changeAgenda(house, viewer, at, async ({ em, meeting }) => {
    if (!meeting.items.some(({ id }) => id === itemId)) return refuseMeeting('NO_SUCH_ITEM');
    await em.execute(`update agenda_item set state = 'WITHDRAWN' where id = any(?::uuid[])`, [`{${branchOf(meeting.items, itemId).join(',')}}`]);
    return { itemId };
  }, 'meeting.item-withdrawn');

/** Siblings in this order, under this parent. */
export const arrange = (em: EntityManager, ids: readonly string[], parentId: string | null): Promise<unknown> => em.execute(
  `update agenda_item a set parent_id = ?::uuid, position = x.nth from unnest(?::uuid[]) with ordinality x (id, nth) where a.id = x.id`, [parentId, `{${ids.join(',')}}`]);

/** Values of an item's words, as its columns want them. */
export const itemWords = ({ title, description, rationale, intent, minutesPlanned, presenter }: AgendaItemWording): unknown[] => [
  JSON.stringify(textsOf(title)), JSON.stringify(textsOf(description)), JSON.stringify(textsOf(rationale)), intent, minutesPlanned, clean(presenter ?? '') || null,
];
