import { gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { KEPT_DAYS } from '../domain/message.ts';

/** Deletes messages that have been kept long enough, with all that is known of how they travelled; answers how many. */
export async function forgetMessages({ db }: Pick<House, 'db'>): Promise<number> {
  const old = `sent_at < clock_timestamp() - interval '${KEPT_DAYS} days'`;
  const schools = await db.under(gate).execute<{ schoolId: string }[]>(`select distinct school_id as "schoolId" from message where ${old}`);
  let forgotten = 0;
  for (const { schoolId } of schools) {
    const gone = await db.under(school(schoolId)).execute<unknown[]>(`delete from message where ${old} returning id`);
    forgotten += gone.length;
  }
  return forgotten;
}
