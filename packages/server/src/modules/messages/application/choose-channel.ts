import { type Statements, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import type { Channel } from '../domain/message.ts';
import { ADDRESS, WANTED } from './address-messages.ts';
import { carriersOf, channelsOf } from './carriers-of.ts';

/** A channel as its person may choose it. */
export interface ChannelChoice {
  readonly channel: Channel;
  /** Where it would go; null: the school knows no address. */
  readonly address: string | null;
  readonly wanted: boolean;
  /** The last delivery there came to nothing. */
  readonly failed: boolean;
}

type Owner = Pick<ViewerFacts, 'personId' | 'schoolId'>;

/** Every channel this house sends by, for one person; none where it sends by none. */
export const channelChoices = (house: House, { personId, schoolId }: Owner): Promise<ChannelChoice[]> =>
  choicesIn(house.db.under(school(schoolId)), personId, channelsOf(carriersOf(house)));

/** @throws BAD_INPUT when the house does not send by it. */
export async function chooseChannel(house: House, { personId, schoolId }: Owner, channel: Channel, wanted: boolean): Promise<void> {
  if (!channelsOf(carriersOf(house)).includes(channel)) throw coded('BAD_INPUT', { field: 'channel', rule: 'NO_CARRIER' });
  await house.db.under(school(schoolId)).execute(
    `insert into message_channel (person_id, channel, school_id, wanted) values (?, ?, ?, ?)
     on conflict (person_id, channel) do update set wanted = excluded.wanted`, [personId, channel, schoolId, wanted]);
}

const choicesIn = (em: Statements, personId: string, channels: readonly Channel[]): Promise<ChannelChoice[]> => em.execute<ChannelChoice[]>(
  `select c.channel, nullif(${ADDRESS}, '') as address, ${WANTED} as wanted,
     coalesce((select d.state = 'FAILED' from message_delivery d join message m on m.id = d.message_id
       where m.person_id = p.id and d.channel = c.channel and d.settled_at is not null order by d.settled_at desc limit 1), false) as failed
   from unnest(?::text[]) with ordinality c (channel, nth) cross join person p left join person_pii i on i.person_id = p.id
   left join message_channel w on w.person_id = p.id and w.channel = c.channel where p.id = ? order by c.nth`, [`{${channels.join(',')}}`, personId]);
