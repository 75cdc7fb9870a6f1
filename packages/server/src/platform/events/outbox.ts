import { type Database, type Statements, gate, school } from '../database/database.ts';
import type { Happening } from './events.ts';
import { TELL, chunks } from './live-feed.ts';

/** One statement, in the caller's transaction: the rows that last, and the notification that wakes. */
export async function writeHappenings(em: Statements, happenings: readonly Happening[]): Promise<void> {
  const touched = happenings.map(({ topic, subjectId }) => [topic, subjectId] as const);
  await em.execute(
    `with written as (
       insert into outbox (school_id, topic, kind, subject_id)
       select "schoolId", topic, kind, "subjectId"
       from jsonb_to_recordset(?::jsonb) as happening ("schoolId" uuid, topic text, kind text, "subjectId" uuid)
     ) ${TELL}`,
    [JSON.stringify(happenings), JSON.stringify(chunks(touched))],
  );
}

export interface Glance {
  readonly xmin: bigint;
  /** First transaction that had not begun. */
  readonly xmax: bigint;
  readonly happenings: readonly (Happening & { readonly xid: bigint })[];
}

/** What `topics` saw from transaction `xid` on, at most `limit`, and the snapshot it was read in; one statement. */
export async function readHappenings(
  db: Database, schoolId: string, topics: readonly string[], xid: bigint, limit: number,
): Promise<Glance> {
  const [row] = await db.under(school(schoolId)).execute<Row[]>(
    `select pg_snapshot_xmin(s)::text as xmin, pg_snapshot_xmax(s)::text as xmax, (
       select coalesce(jsonb_agg(jsonb_build_array(topic, kind, subject_id, xid::text) order by xid, id), '[]')::text from (
         select * from outbox where topic in (select jsonb_array_elements_text(?::jsonb)) and xid >= ?::text::xid8
         order by xid, id limit ?
       ) as seen
     ) as happenings
     from (select pg_current_snapshot() as s) as snapshot`,
    [JSON.stringify(topics), String(xid), limit],
  );
  return {
    xmin: BigInt(row!.xmin),
    xmax: BigInt(row!.xmax),
    happenings: (JSON.parse(row!.happenings) as [string, string, string, string][])
      .map(([topic, kind, subjectId, at]) => ({ schoolId, topic, kind, subjectId, xid: BigInt(at) })),
  };
}

interface Row { xmin: string; xmax: string; happenings: string }

export async function oldestRunning(db: Database): Promise<bigint> {
  const [row] = await db.under(gate).execute<{ xmin: string }[]>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
  );
  return BigInt(row!.xmin);
}

/** Drops rows nobody may resume from any more, a few thousand at a time so that no one waits; answers how many. */
export async function trimOutbox(db: Database, olderThanSeconds: number): Promise<number> {
  for (let trimmed = 0; ;) {
    const gone = await db.under(gate).execute<unknown[]>(
      `delete from outbox where id in (
         select id from outbox where at < now() - make_interval(secs => ?) order by at limit 5000
       ) returning id`,
      [olderThanSeconds],
    );
    trimmed += gone.length;
    if (gone.length < 5000) return trimmed;
  }
}
