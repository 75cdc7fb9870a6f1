import { databaseNow } from '../../../platform/database/database-now.ts';
import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { uuidArray } from '../../people/index.ts';
import { CHANNELS, type Channel, type MessageKind, isUsual } from '../domain/message.ts';
import { undisturbing } from '../domain/quiet-hours.ts';
import { arrived } from './send-message.ts';

/** Most messages addressed in one transaction. */
const MOST = 500;

interface Unaddressed { readonly id: string; readonly personId: string; readonly kind: MessageKind; readonly timeZone: string; readonly late: boolean }

/**
 * How somebody is reached by a channel `c.channel`: they have an address there, and want it. `p` and `i` are the person,
 * `w` their choice where they made one.
 */
export const ADDRESS = `case c.channel when 'EMAIL' then i.email when 'SMS' then i.phone end`;
export const WANTED = `coalesce(w.wanted, c.channel in (${CHANNELS.filter(isUsual).map((channel) => `'${channel}'`).join(', ')}))`;

/**
 * Decides how a school's messages whose time has come travel on, each once: a delivery for every channel by which its
 * person can and wants to be reached, outside the quiet hours. Answers whether there may be more.
 */
export function addressMessages({ db, events }: House, schoolId: string, channels: readonly Channel[]): Promise<boolean> {
  return db.transaction(school(schoolId), async (em) => {
    const messages = await em.execute<Unaddressed[]>(
      `select m.id, m.person_id as "personId", m.kind, e.time_zone as "timeZone", m.arrives_at > m.sent_at as late
       from message m join learning_environment e on e.id = m.environment_id
       where m.posted_at is null and m.arrives_at <= clock_timestamp() order by m.arrives_at limit ? for update of m skip locked`, [MOST]);
    if (messages.length === 0) return false;
    const now = await databaseNow(em);
    const due = messages.map(({ id, kind, timeZone }) => ({ id, due: undisturbing(now, kind, timeZone) }));
    await em.execute(
      `insert into message_delivery (message_id, channel, school_id, due_at)
       select m.id, c.channel, m.school_id, x.due
       from jsonb_to_recordset(?::jsonb) x (id uuid, due timestamptz) join message m on m.id = x.id
       join person p on p.id = m.person_id and p.active join person_pii i on i.person_id = p.id
       cross join unnest(?::text[]) c (channel) left join message_channel w on w.person_id = p.id and w.channel = c.channel
       where ${ADDRESS} <> '' and ${WANTED}
       on conflict (message_id, channel) do nothing`, [JSON.stringify(due), `{${channels.join(',')}}`]);
    await em.execute('update message set posted_at = clock_timestamp() where id = any(?::uuid[])', [uuidArray(messages.map(({ id }) => id))]);
    // What waited for its hour is heard of now; all else was when it was sent.
    await events.record(em, messages.filter(({ late }) => late).map(({ id, personId }) => arrived(schoolId, personId, id)));
    return messages.length === MOST;
  });
}
