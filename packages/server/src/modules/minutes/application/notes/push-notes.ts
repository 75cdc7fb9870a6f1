import { type EntityManager, school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { SittingRecord } from '../../../meetings/index.ts';
import { type ViewerFacts, isUuid } from '../../../people/index.ts';
import { NOTES_LIMITS, decideTakeNotes } from '../../domain/notes.ts';
import { type MinutesRefusal, refuseMinutes } from '../../domain/refusal.ts';
import { lockMinutes } from '../minutes-record.ts';
import { notesTopic, writtenSitting } from './notes-desk.ts';
import { NotesMemory } from './notes-memory.ts';
import { COMPACT_EVERY, addChange, areAnothers, claimClients, compact, notesHead, seqOfKey } from './notes-record.ts';
import { spendChange } from './notes-throttle.ts';

export interface PushedNotes {
  /** Made by the device; the same again is answered, and not taken twice. */
  readonly key: string;
  readonly meetingId: string;
  /** A Yjs update, version 1. */
  readonly update: Uint8Array;
}

export type NotesAnswer =
  | { readonly ok: true; readonly seq: number; readonly stateVector: Uint8Array; readonly repeated: boolean }
  /** With what the server has, so that the device can send what is missing. */
  | { readonly ok: false; readonly refusal: MinutesRefusal; readonly stateVector: Uint8Array };

/**
 * Takes what somebody typed. Whatever else an update says than text by its own hand is refused whole, and harms nothing.
 * @throws NOT_FOUND for who does not run the sitting; THROTTLED; BAD_INPUT for a key that is none.
 */
export async function pushNotes(house: House, viewer: ViewerFacts, pushed: PushedNotes): Promise<NotesAnswer> {
  if (!isUuid(pushed.key)) throw coded('BAD_INPUT', { field: 'key', rule: 'UUID' });
  await spendChange(viewer.personId, pushed.meetingId);
  const memory = NotesMemory.of(house);
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<NotesAnswer> => {
    const sitting = await writtenSitting(em, viewer, pushed.meetingId);
    const minutes = await lockMinutes(em, sitting);
    const allowed = decideTakeNotes(minutes.state, sitting.calledToOrderAt !== null);
    if (!allowed.ok) return { ok: false, refusal: allowed.refusal, stateVector: (await memory.at(em, await notesHead(em, sitting.id))).stateVector() };
    if (minutes.notesLocale === null) await em.execute('update minutes set notes_locale = ? where meeting_id = ?', [viewer.locale, sitting.id]);
    return take(house, em, viewer, sitting, { ...pushed, key: pushed.key.toLowerCase() }, memory);
  });
}

async function take(house: House, em: EntityManager, viewer: ViewerFacts, sitting: SittingRecord, { key, update }: PushedNotes, memory: NotesMemory): Promise<NotesAnswer> {
  const { id: meetingId, schoolId } = sitting;
  const head = await notesHead(em, meetingId);
  const doc = await memory.at(em, head);
  const refuse = (reason: Parameters<typeof refuseMinutes>[0], about: (string | number)[] = []): NotesAnswer =>
    ({ ok: false, refusal: refuseMinutes(reason, about).refusal, stateVector: doc.stateVector() });
  const kept = await seqOfKey(em, meetingId, key);
  if (kept !== null) return { ok: true, seq: head.seq, stateVector: doc.stateVector(), repeated: true };

  const items = new Set(sitting.items.map(({ id }) => id));
  const read = doc.read(update, (itemId) => itemId === null || items.has(itemId));
  if (!read.ok) return refuse(read.reason, read.reason === 'TOO_LARGE' ? [NOTES_LIMITS.change] : []);
  if (await areAnothers(em, meetingId, read.clients, viewer.personId)) return refuse('ANOTHERS_HAND');
  const taken = doc.take(update);
  // Typing and deleting leaves traces: past the limit only what they come to as one is counted.
  const grown = taken.ok && head.bytes + update.length > NOTES_LIMITS.document && doc.whole().length > NOTES_LIMITS.document;
  if (!taken.ok || grown) {
    memory.forget(meetingId);
    const whole = await memory.at(em, head);
    const reason = taken.ok ? 'NOTES_FULL' : taken.reason;
    return { ok: false, refusal: refuseMinutes(reason, reason === 'NOTES_FULL' ? [NOTES_LIMITS.text] : []).refusal, stateVector: whole.stateVector() };
  }
  if (taken.change === null) return { ok: true, seq: head.seq, stateVector: doc.stateVector(), repeated: true };

  const seq = await addChange(em, { meetingId, schoolId, key, change: taken.change, authorId: viewer.personId });
  await claimClients(em, meetingId, schoolId, read.clients, viewer.personId);
  memory.moved(meetingId, seq, key);
  if (seq - head.snapshotSeq >= COMPACT_EVERY) await compact(em, meetingId, seq, doc.whole());
  await house.events.record(em, [{ schoolId, topic: notesTopic(meetingId), kind: 'notes.changed', subjectId: meetingId }]);
  return { ok: true, seq, stateVector: doc.stateVector(), repeated: false };
}
