import type { EntityManager } from '../../../../platform/database/database.ts';
import { NotesDoc } from './notes-doc.ts';
import { compact, wholeNotes } from './notes-record.ts';

/** The notes have gone into minutes: what was deleted in them is gone from here, too. */
export async function closeNotes(em: EntityManager, meetingId: string): Promise<void> {
  const { seq, changes } = await wholeNotes(em, meetingId);
  if (seq > 0) await compact(em, meetingId, seq, new NotesDoc(changes).whole(), 0);
}
