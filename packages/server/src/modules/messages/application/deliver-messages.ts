import { type Statements, school } from '../../../platform/database/database.ts';
import { databaseNow } from '../../../platform/database/database-now.ts';
import type { House } from '../../../platform/room.ts';
import type { Channel, MessageKind, WordsOf } from '../domain/message.ts';
import { undisturbing } from '../domain/quiet-hours.ts';
import { type Rendered, render } from '../domain/rendering.ts';
import { MOST_TRIES, waitAfter } from '../domain/retrying.ts';
import { ADDRESS, WANTED } from './address-messages.ts';
import { type Carrier, type Carriers, Undeliverable } from './carrier.ts';
import { wordsFrom } from './message-record.ts';

/** Most letters taken out at once. */
const MOST = 20;
/** Longest that handing over those may take before another server believes that this one died over it. */
const CLAIM = `interval '5 minutes'`;

interface Claimed {
  readonly messageId: string;
  readonly channel: Channel;
  /** This one included. */
  readonly tries: number;
  readonly personId: string;
  readonly kind: MessageKind;
  readonly words: string;
  readonly path: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly active: boolean;
  readonly address: string | null;
  readonly wanted: boolean;
}

/** Where a delivery stands after a try. */
type Outcome =
  | { readonly state: 'DELIVERED' }
  | { readonly state: 'DROPPED' | 'FAILED'; readonly reason: string }
  | { readonly state: 'WAITING'; readonly reason: string | null; readonly dueAt: Date; readonly tries: number };

/**
 * Hands over a school's deliveries that are due, once each unless this server dies over it: then they are handed over
 * again, and the carrier knows them by message and channel. Answers whether there may be more.
 */
export async function deliverMessages(house: House, schoolId: string, carriers: Carriers): Promise<boolean> {
  const em = house.db.under(school(schoolId));
  const claimed = await claim(em);
  for (const delivery of claimed) {
    const outcome = await attempt(house, em, schoolId, delivery, carriers[delivery.channel]);
    await settle(em, delivery, outcome);
    const about = { messageId: delivery.messageId, channel: delivery.channel, tries: delivery.tries };
    if (outcome.state === 'FAILED') house.log.error({ ...about, reason: outcome.reason }, 'a message could not be delivered, and is given up');
    else if (outcome.state === 'WAITING' && outcome.reason !== null) house.log.warn({ ...about, reason: outcome.reason }, 'a message was not delivered, and will be tried again');
  }
  return claimed.length === MOST;
}

/** Theirs are looked up afresh: since a message was addressed its person may have left, moved, or had enough. */
const claim = (em: Statements): Promise<Claimed[]> => em.execute<Claimed[]>(
  `with taken as (
     update message_delivery d set claimed_until = clock_timestamp() + ${CLAIM}, tries = d.tries + 1
     from (select message_id, channel from message_delivery
       where state = 'WAITING' and due_at <= clock_timestamp() and (claimed_until is null or claimed_until < clock_timestamp())
       order by due_at, message_id limit ? for update skip locked) x
     where d.message_id = x.message_id and d.channel = x.channel
     returning d.message_id, d.channel, d.tries)
   select c.message_id as "messageId", c.channel, c.tries::int as tries, m.person_id as "personId", m.kind, m.words::text as words, m.path,
     e.time_zone as "timeZone", p.locale, p.active, ${ADDRESS} as address, ${WANTED} as wanted
   from taken c join message m on m.id = c.message_id join learning_environment e on e.id = m.environment_id join person p on p.id = m.person_id
   left join person_pii i on i.person_id = p.id left join message_channel w on w.person_id = p.id and w.channel = c.channel`, [MOST]);

async function attempt(house: House, em: Statements, schoolId: string, delivery: Claimed, carrier: Carrier | undefined): Promise<Outcome> {
  const { messageId, channel, tries, personId, kind, path, timeZone, active, address, wanted } = delivery;
  if (!active) return { state: 'DROPPED', reason: 'PERSON_LEFT' };
  if (address === null || address === '') return { state: 'DROPPED', reason: 'NO_ADDRESS' };
  if (!wanted) return { state: 'DROPPED', reason: 'NOT_WANTED' };
  if (carrier === undefined) return { state: 'DROPPED', reason: 'NO_CARRIER' };
  const now = await databaseNow(em);
  const dueAt = undisturbing(now, kind, timeZone);
  if (dueAt > now) return { state: 'WAITING', reason: null, dueAt, tries: tries - 1 };
  try {
    const { locale, title, body } = rendered(delivery);
    await carrier.carry({ schoolId, messageId, personId, channel, to: address, locale, title, body, url: `${house.config.publicUrl}${path}` });
    return { state: 'DELIVERED' };
  } catch (error) {
    // What a carrier says may repeat an address: only that it failed is kept.
    if (error instanceof Undeliverable) return { state: 'FAILED', reason: 'UNDELIVERABLE' };
    if (tries >= MOST_TRIES) return { state: 'FAILED', reason: 'CARRIER_FAILED' };
    return { state: 'WAITING', reason: 'CARRIER_FAILED', dueAt: undisturbing(new Date(now.getTime() + waitAfter(tries)), kind, timeZone), tries };
  }
}

const rendered = ({ kind, words, locale, timeZone }: Claimed): Rendered => render(kind, wordsFrom(words) as WordsOf[typeof kind], { locale, timeZone });

const settle = (em: Statements, { messageId, channel }: Claimed, outcome: Outcome): Promise<unknown> => (outcome.state === 'WAITING'
  ? em.execute('update message_delivery set claimed_until = null, due_at = ?, tries = ?, reason = ? where message_id = ? and channel = ?',
    [outcome.dueAt, outcome.tries, outcome.reason, messageId, channel])
  : em.execute('update message_delivery set claimed_until = null, state = ?, reason = ?, settled_at = clock_timestamp() where message_id = ? and channel = ?',
    [outcome.state, outcome.state === 'DELIVERED' ? null : outcome.reason, messageId, channel]));
