import type { OwnDatabase } from './own-database.ts';

/**
 * Its hour has come some minutes ago, as by waiting: notice and proof hung in time. It is today's wherever it is held, so right
 * after midnight it came with the day.
 */
export async function beginsNow(database: OwnDatabase, meeting: string): Promise<void> {
  await database.query(
    `with moved as (
         select m.starts_at - greatest(now() - interval '5 minutes', date_trunc('day', now(), e.time_zone)) as by
         from meeting m join governing_body b on b.id = m.body_id join learning_environment e on e.id = b.environment_id where m.id = $1),
       notices as (update notice n set starts_at = n.starts_at - by, ends_at = n.ends_at - by, posted_at = n.posted_at - by from moved where n.meeting_id = $1),
       proofs as (update posting_proof p set posted_at = p.posted_at - by from moved where p.meeting_id = $1)
     update meeting m set starts_at = m.starts_at - by, ends_at = m.ends_at - by from moved where m.id = $1`, [meeting]);
}
