import { type Database, school } from './database.ts';

/**
 * The first entry of a school's audit log whose hash does not follow from the entry before it, or whose number
 * does not; null when the log is whole. Whoever can rewrite the whole log can also rewrite its hashes: a copy of
 * the newest hash kept elsewhere is what finds that out.
 */
export async function auditBreak(db: Database, schoolId: string): Promise<number | null> {
  const [broken] = await db.under(school(schoolId)).execute<{ ordinal: number }[]>(`
    select place::int as ordinal
    from (
      select *, row_number() over (order by ordinal) as place, lag(hash) over (order by ordinal) as before
      from audit_event
    ) entry
    where ordinal <> place
      or hash <> sha256(coalesce(before, ''::bytea) || convert_to(concat_ws('|', id, school_id, ordinal,
        extract(epoch from at), actor_id, act, subject_id, detail), 'UTF8'))
    order by place limit 1`);
  return broken?.ordinal ?? null;
}
