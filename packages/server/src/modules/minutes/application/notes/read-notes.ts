import { type Statements, school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import type { MinutesState } from '../../domain/minutes-states.ts';
import { decideTakeNotes } from '../../domain/notes.ts';
import { minutesById, untouched } from '../minutes-record.ts';
import { sittingWritten } from './notes-desk.ts';
import { EMPTY, NotesDoc, lackedBy, merged, stateVectorOf } from './notes-doc.ts';
import { changesAfter, notesHead, wholeNotes } from './notes-record.ts';
import { type WriterRecord, writersOf } from './show-caret.ts';

export interface NotesRead {
  readonly meetingId: string;
  readonly seq: number;
  /** What the device lacks. */
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
  /** Notes are taken now. */
  readonly writable: boolean;
}

/** What a device that has `stateVector` lacks of the notes; null for who does not run the sitting. */
export async function readNotes({ db }: House, viewer: ViewerFacts, meetingId: string, stateVector: Uint8Array | null): Promise<NotesRead | null> {
  const em = db.under(school(viewer.schoolId));
  const sitting = await sittingWritten(em, viewer, meetingId);
  if (sitting === null) return null;
  const minutes = (await minutesById(em, [sitting.id])).get(sitting.id) ?? untouched(sitting);
  const { seq, changes } = await wholeNotes(em, sitting.id);
  const whole = changes.length === 0 ? EMPTY : merged(changes);
  return {
    meetingId: sitting.id, seq, update: lackedBy(whole, stateVector), stateVector: stateVectorOf(whole),
    writable: decideTakeNotes(minutes.state, sitting.calledToOrderAt !== null).ok,
  };
}

export interface NotesSince {
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
  /** They are all there is, in place of what came since: that is one snapshot by now. */
  readonly whole: boolean;
}

/** What was taken after the change with that number; null for who does not run the sitting. */
export async function readNotesSince({ db }: House, viewer: ViewerFacts, meetingId: string, seq: number): Promise<NotesSince | null> {
  const em = db.under(school(viewer.schoolId));
  const sitting = await sittingWritten(em, viewer, meetingId);
  if (sitting === null) return null;
  const changes = await changesAfter(em, sitting.id, seq);
  if (changes.length > 0 && changes[0]!.seq === seq + 1) return { seq: changes.at(-1)!.seq, updates: changes.map(({ change }) => change), whole: false };
  const head = await notesHead(em, sitting.id);
  if (head.seq === seq) return { seq, updates: [], whole: false };
  const whole = await wholeNotes(em, sitting.id);
  return { seq: whole.seq, updates: whole.changes.length === 0 ? [] : [merged(whole.changes)], whole: true };
}

/** The notes as text, by item id; the general ones under null. Under the school's scope. */
export async function notesTexts(em: Statements, meetingId: string): Promise<ReadonlyMap<string, string>> {
  const { changes } = await wholeNotes(em, meetingId);
  return new NotesDoc(changes).texts();
}

export const currentSeq = async ({ db }: House, schoolId: string, meetingId: string): Promise<number> => (await notesHead(db.under(school(schoolId)), meetingId)).seq;

/** Whether notes are taken now: from the call to order on, while the minutes are a draft. */
export async function currentlyTaken({ db }: House, schoolId: string, meetingId: string): Promise<boolean> {
  const [sitting] = await db.under(school(schoolId)).execute<{ called: boolean; state: MinutesState | null }[]>(
    'select s.called_to_order_at is not null as called, m.state from sitting s left join minutes m on m.meeting_id = s.meeting_id where s.meeting_id = ?', [meetingId]);
  return sitting !== undefined && decideTakeNotes(sitting.state ?? 'DRAFT', sitting.called).ok;
}

/** For whoever may write; asked by who has been let in. */
export const currentWriters = ({ db }: House, schoolId: string, meetingId: string): Promise<WriterRecord[]> => writersOf(db.under(school(schoolId)), meetingId);
