import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { MOST_ITEMS, branchOf, inOrder } from '../domain/agenda-tree.ts';
import type { AgendaItemWording } from '../domain/meeting-wording.ts';
import { grown } from './change-meeting.ts';
import { type MeetingRecord, lockMeeting } from './meeting-record.ts';
import { arrange, itemWords } from './plan-agenda.ts';
import { recordMeeting } from './record-meeting.ts';

/** What an item comes from that an earlier meeting left undone. */
export const CARRIED_OVER = 'CARRIED_OVER';

/** What comes on an agenda by itself, for example the minutes of the meeting before. */
export interface SourcedItem {
  /** What it comes from, and which of those: an origin comes up once and never again, also when it was taken off. */
  readonly origin: { readonly kind: string; readonly id: string };
  readonly wording: AgendaItemWording;
  readonly position: 'FIRST' | 'LAST';
  /** The item among the same source's that it is a part of; that one comes first. */
  readonly under?: string | null;
  /** Items it was before, on earlier agendas. */
  readonly lineage?: readonly string[];
}

/** Everything that waits for a body's next agenda; under the school's scope, in a transaction. */
export interface AgendaSource {
  itemsOf(em: EntityManager, bodyId: string): Promise<readonly SourcedItem[]>;
}

const sources = new Set<AgendaSource>();

export function addAgendaSource(source: AgendaSource): void { sources.add(source); }

/**
 * Puts on the body's next draft whatever waits for it; nothing while there is no draft whose hour is to come, and then it
 * waits for one. Called in the transaction of whatever came up, of a new draft, and of one that gets another hour. It is
 * noticed like any other item.
 */
export async function fillNextAgenda(house: Pick<House, 'events'>, em: EntityManager, bodyId: string, actorId: string | null): Promise<void> {
  const next = await nextDraft(em, bodyId);
  if (next === null) return;
  const waiting = (await Promise.all([...sources].map((source) => source.itemsOf(em, bodyId)))).flat();
  const known = new Set((await em.execute<{ origin: string }[]>(
    `select a.origin_kind || ' ' || a.origin_id as origin from agenda_item a where a.school_id = ? and a.origin_id = any(?::uuid[])`,
    [next.schoolId, `{${waiting.map(({ origin }) => origin.id).join(',')}}`])).map(({ origin }) => origin));
  const items = waiting.filter(({ origin }) => !known.has(`${origin.kind} ${origin.id}`)).slice(0, MOST_ITEMS - next.items.length);
  if (items.length === 0) return;
  await put(em, next, items);
  await grown(em, next.id);
  await recordMeeting(house, em, { meeting: next, kind: 'meeting.items-came-up', actorId, detail: { items: items.length } });
}

type Texts = Readonly<Record<string, string>>;

/** What is known now of something that came up: its description in more languages, and its title as it was made and would be made now. */
export interface Described {
  readonly description: Texts;
  readonly title: { readonly was: Texts; readonly is: Texts };
}

/**
 * Adds languages to what came on a draft by itself, which is noticed like any other change; a description that says
 * something in that language already stays, and so does a title that somebody wrote. Called in the transaction in which
 * they were written.
 */
export async function describeSourced(house: Pick<House, 'events'>, em: EntityManager, origin: SourcedItem['origin'], { description, title: { was, is } }: Described, actorId: string): Promise<void> {
  const items = await em.execute<{ id: string; meetingId: string; schoolId: string; environmentId: string; bodyId: string }[]>(
    `update agenda_item a set description = n.description, title = n.title
     from meeting m, agenda_item b cross join lateral (select ?::jsonb || b.description as description, case when b.title = ?::jsonb then ?::jsonb else b.title end as title) n
     where a.meeting_id = m.id and m.state = 'DRAFT' and a.state <> 'WITHDRAWN' and a.origin_kind = ? and a.origin_id = ? and b.id = a.id and (n.description <> a.description or n.title <> a.title)
     returning a.id, a.meeting_id as "meetingId", a.school_id as "schoolId", m.environment_id as "environmentId", m.body_id as "bodyId"`,
    [JSON.stringify(description), JSON.stringify(was), JSON.stringify(is), origin.kind, origin.id]);
  for (const { id, meetingId, ...of } of items) {
    await grown(em, meetingId);
    await recordMeeting(house, em, { meeting: { id: meetingId, ...of }, kind: 'meeting.item-revised', actorId, detail: { itemId: id } });
  }
}

/**
 * Takes off every draft what came from `origin`, with its parts and however often it was carried over since, as a
 * secretary would: what it came up for is settled. What is noticed stays as the public reads it. Called in the
 * transaction that settles it.
 */
export async function withdrawSourced(house: Pick<House, 'events'>, em: EntityManager, schoolId: string, origin: SourcedItem['origin'], actorId: string | null): Promise<void> {
  const found = await em.execute<{ id: string; meetingId: string }[]>(
    `with recursive came (id, meeting_id) as (
       select a.id, a.meeting_id from agenda_item a where a.school_id = ? and a.origin_kind = ? and a.origin_id = ?
       union select b.id, b.meeting_id from came c join agenda_item b on b.school_id = ? and b.origin_kind = '${CARRIED_OVER}' and b.origin_id = c.id)
     select c.id, c.meeting_id as "meetingId" from came c join meeting m on m.id = c.meeting_id where m.state = 'DRAFT' order by c.id`, [schoolId, origin.kind, origin.id, schoolId]);
  for (const { id, meetingId } of found) {
    const draft = await lockMeeting(em, meetingId);
    // It may have been posted meanwhile, or somebody took the item off.
    if (draft?.state !== 'DRAFT' || !draft.items.some((item) => item.id === id)) continue;
    await em.execute(`update agenda_item set state = 'WITHDRAWN' where id = any(?::uuid[])`, [`{${branchOf(draft.items, id).join(',')}}`]);
    await grown(em, meetingId);
    await recordMeeting(house, em, { meeting: draft, kind: 'meeting.item-withdrawn', actorId, detail: { itemId: id } });
  }
}

/** The draft that comes next, held against every other act on it; one that was forgotten until its hour passed is never posted. */
async function nextDraft(em: EntityManager, bodyId: string): Promise<MeetingRecord | null> {
  const [next] = await em.execute<{ id: string }[]>(
    `select id from meeting where body_id = ? and state = 'DRAFT' and (starts_at is null or starts_at > clock_timestamp()) order by starts_at nulls last, created_at limit 1`, [bodyId]);
  if (next === undefined) return null;
  const draft = await lockMeeting(em, next.id);
  // It may have been posted or discarded meanwhile.
  return draft?.state === 'DRAFT' ? draft : nextDraft(em, bodyId);
}

async function put(em: EntityManager, { id: meetingId, schoolId, items: there }: MeetingRecord, items: readonly SourcedItem[]): Promise<void> {
  const made = new Map(items.map((item) => [item.origin.id, { item, id: randomUUID() }]));
  for (const [nth, { item: { origin, wording, under, lineage = [] }, id }] of [...made.values()].entries()) {
    await em.execute(
      `insert into agenda_item (id, school_id, meeting_id, parent_id, position, origin_kind, origin_id, lineage, title, description, rationale, intent, minutes_planned, presenter)
       values (?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)`,
      [id, schoolId, meetingId, made.get(under ?? '')?.id ?? null, nth + 1, origin.kind, origin.id, `{${lineage.join(',')}}`, ...itemWords(wording)]);
  }
  const top = [...made.values()].filter(({ item: { under } }) => !made.has(under ?? ''));
  const at = (position: SourcedItem['position']) => top.filter(({ item }) => item.position === position).map(({ id }) => id);
  await arrange(em, [...at('FIRST'), ...inOrder(there).filter(({ depth }) => depth === 0).map(({ id }) => id), ...at('LAST')], null);
}
