import { databaseNow } from '../../../platform/database/database-now.ts';
import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { OWN } from './mailbox.ts';
import { mailboxTopic } from './send-message.ts';

/**
 * One message counts as read, or as not read again; marked twice it stays as it was.
 * @throws NOT_FOUND when the viewer has no such message.
 */
export async function markMessage(house: House, { personId, schoolId }: ViewerFacts, id: string, read: boolean): Promise<void> {
  const [marked] = isUuid(id) ? await house.db.under(school(schoolId)).execute<{ id: string }[]>(
    `update message m set read_at = case when ? then coalesce(m.read_at, date_trunc('milliseconds', clock_timestamp())) end
     where ${OWN} and m.id = ? returning m.id`, [read, personId, id]) : [];
  if (marked === undefined) throw coded('NOT_FOUND');
  await house.events.nudge(mailboxTopic(personId));
}

/** What was marked together: so many, at one moment, by which it can be taken back. */
export interface MarkedTogether { readonly count: number; readonly readAt: Date }

/** Everything in the mailbox by now counts as read. */
export async function markAllMessages(house: House, { personId, schoolId }: ViewerFacts): Promise<MarkedTogether> {
  const marked = await house.db.transaction(school(schoolId), async (em): Promise<MarkedTogether> => {
    const readAt = await databaseNow(em);
    const rows = await em.execute<unknown[]>(
      `update message m set read_at = ?::timestamptz where ${OWN} and m.arrives_at <= ?::timestamptz and m.read_at is null returning m.id`, [readAt, personId, readAt]);
    return { count: rows.length, readAt };
  });
  await house.events.nudge(mailboxTopic(personId));
  return marked;
}

/** Takes back what was marked at that moment; answers how many. */
export async function unmarkMessages(house: House, { personId, schoolId }: ViewerFacts, readAt: Date): Promise<number> {
  const rows = await house.db.under(school(schoolId)).execute<unknown[]>(
    `update message m set read_at = null where ${OWN} and m.read_at = ?::timestamptz returning m.id`, [personId, readAt]);
  await house.events.nudge(mailboxTopic(personId));
  return rows.length;
}
