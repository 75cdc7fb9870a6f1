import type { Statements } from '../database/database.ts';
import type { ReceivedFile } from './receive-file.ts';

/** A file somebody sent, as the database knows it. */
export interface FileRecord {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly digest: string;
}

/** Files that one person may have sent within a day without making anything of them. */
export const MOST_UNUSED = 200;

/** Writes down that somebody sent a file; null when too many of theirs lie about unused. */
export async function recordFile(
  em: Statements, { schoolId, personId }: { readonly schoolId: string; readonly personId: string }, { name, mediaType, bytes, digest }: ReceivedFile,
): Promise<string | null> {
  const [made] = await em.execute<{ id: string }[]>(
    `insert into stored_file (school_id, uploaded_by, name, media_type, bytes, digest) select ?, ?, ?, ?, ?, ?
     where (select count(*) from stored_file where uploaded_by = ? and unused_since > clock_timestamp() - interval '1 day') < ? returning id`,
    [schoolId, personId, name, mediaType, bytes, digest, personId, MOST_UNUSED]);
  return made?.id ?? null;
}

/** A file that this person sent, claimed for good; null when they sent no such file. */
export async function claimFile(em: Statements, fileId: string, personId: string): Promise<FileRecord | null> {
  const [file] = await em.execute<FileRecord[]>(
    `update stored_file set unused_since = null where id = ? and uploaded_by = ? returning id, name, media_type as "mediaType", bytes, digest`, [fileId, personId]);
  return file ?? null;
}
