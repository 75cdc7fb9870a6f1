import { school } from '../../../../platform/database/database.ts';
import type { Statements } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, isUuid, uniformName } from '../../../people/index.ts';
import { CARET_SECONDS } from '../../domain/notes.ts';
import { lockMinutes } from '../minutes-record.ts';
import { notesTopic, writtenSitting } from './notes-desk.ts';
import { spendCaret } from './notes-throttle.ts';

/** Where somebody writes: relative positions of the document, so that they stay right while others type. */
export interface Caret {
  readonly device: string;
  /** Null: in the general notes. */
  readonly itemId: string | null;
  readonly anchor: Uint8Array | null;
  readonly head: Uint8Array | null;
  /** False: this device has put its pen down. */
  readonly here: boolean;
}

export interface WriterRecord extends Omit<Caret, 'here'> {
  readonly name: string;
  readonly at: Date;
}

const MOST_BYTES = 256;

/**
 * Shows the others where one writes. Heard if heard: nothing of it is kept.
 * @throws NOT_FOUND for who does not run the sitting; THROTTLED; BAD_INPUT for a position that is none.
 */
export async function showCaret(house: House, viewer: ViewerFacts, meetingId: string, caret: Caret): Promise<void> {
  if (!isUuid(caret.device)) throw coded('BAD_INPUT', { field: 'caret.device', rule: 'UUID' });
  if ([caret.anchor, caret.head].some((position) => (position?.length ?? 0) > MOST_BYTES)) throw coded('BAD_INPUT', { field: 'caret.anchor', rule: `MAX_${MOST_BYTES}` });
  await spendCaret(viewer.personId, meetingId);
  const id = await house.db.transaction(school(viewer.schoolId), async (em) => {
    const sitting = await writtenSitting(em, viewer, meetingId);
    await lockMinutes(em, sitting);
    await em.execute(`delete from minutes_caret where meeting_id = ? and (device = ? and person_id = ? or at < clock_timestamp() - interval '${CARET_SECONDS} seconds')`,
      [sitting.id, caret.device, viewer.personId]);
    const itemId = sitting.items.some((item) => item.id === caret.itemId) ? caret.itemId : null;
    if (caret.here) {
      await em.execute(
        `insert into minutes_caret (meeting_id, device, school_id, person_id, item_id, anchor, head) values (?, ?, ?, ?, ?, ?, ?) on conflict (meeting_id, device) do nothing`,
        [sitting.id, caret.device, sitting.schoolId, viewer.personId, itemId, caret.anchor && Buffer.from(caret.anchor), caret.head && Buffer.from(caret.head)]);
    }
    return sitting.id;
  });
  await house.events.nudge(notesTopic(id));
}

/** Who writes right now, in an order that stays; for them alone. */
export async function writersOf(em: Statements, meetingId: string): Promise<WriterRecord[]> {
  type Row = { device: string; itemId: string | null; anchor: string | null; head: string | null; at: string; givenName: string | null; familyName: string | null };
  const rows = await em.execute<Row[]>(
    `select c.device, c.item_id as "itemId", encode(c.anchor, 'base64') as anchor, encode(c.head, 'base64') as head,
       floor(extract(epoch from c.at) * 1000)::text as at, i.given_name as "givenName", i.family_name as "familyName"
     from minutes_caret c left join person_pii i on i.person_id = c.person_id
     where c.meeting_id = ? and c.at >= clock_timestamp() - interval '${CARET_SECONDS} seconds' order by c.person_id, c.device`, [meetingId]);
  const position = (base64: string | null) => (base64 === null ? null : new Uint8Array(Buffer.from(base64, 'base64')));
  return rows.map(({ device, itemId, anchor, head, at, givenName, familyName }) =>
    ({ device, itemId, anchor: position(anchor), head: position(head), at: new Date(Number(at)), name: uniformName(givenName, familyName) }));
}
