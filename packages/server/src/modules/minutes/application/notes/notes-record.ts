import type { Statements } from '../../../../platform/database/database.ts';

/** Where the notes of a meeting are: how many changes were taken, and up to which of them they are one snapshot. */
export interface NotesHead {
  readonly meetingId: string;
  readonly seq: number;
  readonly lastKey: string | null;
  readonly snapshotSeq: number;
  /** Of the snapshot and of what followed it. */
  readonly bytes: number;
}

export interface StoredChange { readonly seq: number; readonly change: Uint8Array }

/** So many changes are read one by one before they become one snapshot. */
export const COMPACT_EVERY = 200;
/** So many stay beside the snapshot, for devices that are a moment behind. */
const KEPT = 50;

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

export async function notesHead(em: Statements, meetingId: string): Promise<NotesHead> {
  const [row] = await em.execute<{ seq: string; lastKey: string | null; snapshotSeq: string; bytes: string }[]>(
    `select n.seq::text, n.last_key as "lastKey", n.snapshot_seq::text as "snapshotSeq", (coalesce(length(n.snapshot), 0)
       + (select coalesce(sum(length(u.change)), 0) from minutes_note_update u where u.meeting_id = n.meeting_id and u.seq > n.snapshot_seq))::text as bytes
     from minutes_notes n where n.meeting_id = ?`, [meetingId]);
  if (row === undefined) return { meetingId, seq: 0, lastKey: null, snapshotSeq: 0, bytes: 0 };
  return { meetingId, seq: Number(row.seq), lastKey: row.lastKey, snapshotSeq: Number(row.snapshotSeq), bytes: Number(row.bytes) };
}

export async function snapshotOf(em: Statements, meetingId: string): Promise<Uint8Array | null> {
  const [row] = await em.execute<{ snapshot: string | null }[]>(`select encode(snapshot, 'base64') as snapshot from minutes_notes where meeting_id = ?`, [meetingId]);
  return row?.snapshot == null ? null : bytes(row.snapshot);
}

/** In the order in which they were taken. */
export async function changesAfter(em: Statements, meetingId: string, seq: number): Promise<StoredChange[]> {
  const rows = await em.execute<{ seq: string; change: string }[]>(
    `select seq::text, encode(change, 'base64') as change from minutes_note_update where meeting_id = ? and seq > ? order by seq`, [meetingId, seq]);
  return rows.map((row) => ({ seq: Number(row.seq), change: bytes(row.change) }));
}

/**
 * Everything, in one reading: a snapshot and all that followed, though a server compacts meanwhile. Changes overlapping
 * with the snapshot say nothing new.
 */
export async function wholeNotes(em: Statements, meetingId: string): Promise<{ readonly seq: number; readonly changes: readonly Uint8Array[] }> {
  const [row] = await em.execute<{ seq: string; snapshot: string | null; changes: string[] }[]>(
    `select n.seq::text, encode(n.snapshot, 'base64') as snapshot,
       array(select encode(u.change, 'base64') from minutes_note_update u where u.meeting_id = n.meeting_id and u.seq > n.snapshot_seq order by u.seq) as changes
     from minutes_notes n where n.meeting_id = ?`, [meetingId]);
  if (row === undefined) return { seq: 0, changes: [] };
  return { seq: Number(row.seq), changes: [...(row.snapshot === null ? [] : [row.snapshot]), ...row.changes].map(bytes) };
}

/** The number a key's change has; null: it is new. A key whose change has gone into the snapshot is not known any more. */
export async function seqOfKey(em: Statements, meetingId: string, key: string): Promise<number | null> {
  const [row] = await em.execute<{ seq: string }[]>('select seq::text from minutes_note_update where meeting_id = ? and key = ?', [meetingId, key]);
  return row === undefined ? null : Number(row.seq);
}

export interface TakenNote {
  readonly meetingId: string;
  readonly schoolId: string;
  readonly key: string;
  readonly change: Uint8Array;
  readonly authorId: string;
}

/** Adds one change after the last; its number. */
export async function addChange(em: Statements, { meetingId, schoolId, key, change, authorId }: TakenNote): Promise<number> {
  const [head] = await em.execute<{ seq: string }[]>(
    `insert into minutes_notes (meeting_id, school_id, seq, last_key) values (?, ?, 1, ?)
     on conflict (meeting_id) do update set seq = minutes_notes.seq + 1, last_key = excluded.last_key returning seq::text`, [meetingId, schoolId, key]);
  const seq = Number(head!.seq);
  await em.execute('insert into minutes_note_update (meeting_id, seq, school_id, key, change, author_id) values (?, ?, ?, ?, ?, ?)',
    [meetingId, seq, schoolId, key, Buffer.from(change), authorId]);
  return seq;
}

/** Makes the notes one snapshot up to `seq`, which is all of them; the last `kept` changes stay beside it. */
export async function compact(em: Statements, meetingId: string, seq: number, whole: Uint8Array, kept = KEPT): Promise<void> {
  await em.execute('update minutes_notes set snapshot = ?, snapshot_seq = ? where meeting_id = ? and seq = ?', [Buffer.from(whole), seq, meetingId, seq]);
  await em.execute('delete from minutes_note_update where meeting_id = ? and seq <= ?', [meetingId, seq - kept]);
}

/** Whether one of these clients is somebody else's. */
export async function areAnothers(em: Statements, meetingId: string, clients: readonly number[], personId: string): Promise<boolean> {
  const [row] = await em.execute<{ others: boolean }[]>(
    'select exists (select from minutes_note_writer where meeting_id = ? and client = any(?::bigint[]) and person_id <> ?) as others', [meetingId, `{${clients.join(',')}}`, personId]);
  return row!.others;
}

/** From here on these clients are this person's. */
export async function claimClients(em: Statements, meetingId: string, schoolId: string, clients: readonly number[], personId: string): Promise<void> {
  if (clients.length === 0) return;
  await em.execute(
    'insert into minutes_note_writer (meeting_id, client, school_id, person_id) select ?, c, ?, ? from unnest(?::bigint[]) c on conflict (meeting_id, client) do nothing',
    [meetingId, schoolId, personId, `{${clients.join(',')}}`]);
}
