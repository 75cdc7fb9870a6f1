import { type Database, school } from '../../../platform/database/database.ts';
import type { Carrier } from './carrier.ts';

/** Keeps what would have been sent, so that whoever tries the house out can read it; nothing leaves the machine. */
export const developmentCarrier = (db: Database): Carrier => ({
  async carry({ schoolId, messageId, personId, channel, to, locale, title, body, url }) {
    await db.under(school(schoolId)).execute(
      `insert into development_letter (message_id, channel, school_id, person_id, sent_to, locale, title, body, url) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (message_id, channel) do nothing`,
      [messageId, channel, schoolId, personId, to, locale, title, body, url]);
  },
});
