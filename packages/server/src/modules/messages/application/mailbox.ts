import { school } from '../../../platform/database/database.ts';
import { type Page, type Position, page, pageSize } from '../../../platform/graphql/paging.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isTimestamp, isUuid, positionAfter } from '../../people/index.ts';
import { type MessageRecord, messagesWhere } from './message-record.ts';

type Owner = Pick<ViewerFacts, 'personId' | 'schoolId'>;

/** In somebody's own mailbox by now; the one condition that every reading of messages carries. */
export const OWN = 'm.person_id = ? and m.arrives_at <= clock_timestamp()';

export interface MailboxQuery {
  /** Only what was not read yet. */
  readonly unread: boolean;
  readonly first: number;
  readonly after?: string | null;
}

/** A page of somebody's own messages, the latest first. */
export async function mailboxPage({ db }: Pick<House, 'db'>, { personId, schoolId }: Owner, { unread, first, after }: MailboxQuery): Promise<Page<MessageRecord>> {
  const size = pageSize(first);
  const from = positionAfter(after, isTimestamp, isUuid);
  const messages = await messagesWhere(db.under(school(schoolId)),
    `${OWN} and (not ? or m.read_at is null) and (?::text is null or (m.arrives_at, m.id) < (?::timestamptz, ?::uuid))
     order by m.arrives_at desc, m.id desc limit ?`,
    [personId, unread, from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1]);
  return page(messages, size, ({ arrivesAt, id }): Position => [arrivesAt.toISOString(), id], from);
}

export async function unreadCount({ db }: Pick<House, 'db'>, { personId, schoolId }: Owner): Promise<number> {
  const [row] = await db.under(school(schoolId)).execute<{ count: number }[]>(
    `select count(*)::int as count from message m where ${OWN} and m.read_at is null`, [personId]);
  return row!.count;
}

/** One of somebody's own messages; null also when it is another's. */
export async function ownMessage({ db }: Pick<House, 'db'>, { personId, schoolId }: Owner, id: string): Promise<MessageRecord | null> {
  if (!isUuid(id)) return null;
  const [message] = await messagesWhere(db.under(school(schoolId)), `${OWN} and m.id = ?`, [personId, id]);
  return message ?? null;
}
