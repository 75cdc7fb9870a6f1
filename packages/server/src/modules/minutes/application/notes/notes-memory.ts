import type { Statements } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { NotesDoc } from './notes-doc.ts';
import { type NotesHead, changesAfter, snapshotOf } from './notes-record.ts';

interface Remembered { readonly doc: NotesDoc; seq: number; key: string | null }

/** Meetings whose notes a server keeps at hand. */
const MOST = 32;

/**
 * Notes as this server last worked on them, so that a letter typed does not mean reading all of them again. What is
 * remembered counts only while the database's last change is the one it ends with: another server may have written, and
 * a transaction may have come to nothing.
 */
export class NotesMemory {
  readonly #docs = new Map<string, Remembered>();

  static #of = new WeakMap<House['db'], NotesMemory>();
  static of({ db }: Pick<House, 'db'>): NotesMemory {
    const known = NotesMemory.#of.get(db) ?? new NotesMemory();
    NotesMemory.#of.set(db, known);
    return known;
  }

  /** The document as it stands in the database, whose row is locked. */
  async at(em: Statements, head: NotesHead): Promise<NotesDoc> {
    const known = this.#docs.get(head.meetingId);
    if (known !== undefined && known.seq === head.seq && known.key === head.lastKey) return known.doc;
    this.forget(head.meetingId);
    const snapshot = await snapshotOf(em, head.meetingId);
    const doc = new NotesDoc([...(snapshot === null ? [] : [snapshot]), ...(await changesAfter(em, head.meetingId, head.snapshotSeq)).map(({ change }) => change)]);
    this.#docs.set(head.meetingId, { doc, seq: head.seq, key: head.lastKey });
    if (this.#docs.size > MOST) this.forget(this.#docs.keys().next().value!);
    return doc;
  }

  /** The document now ends with this change; whether it was kept is seen the next time. */
  moved(meetingId: string, seq: number, key: string): void {
    const known = this.#docs.get(meetingId);
    if (known !== undefined) Object.assign(known, { seq, key });
  }

  forget(meetingId: string): void { this.#docs.delete(meetingId); }
}
