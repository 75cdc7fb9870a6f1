import type { Statements } from '../../../platform/database/database.ts';
import { writeHappenings } from '../../../platform/events/outbox.ts';
import { uuidArray } from '../../people/index.ts';
import type { MessageKind, WordsOf } from '../domain/message.ts';

/** What the message leads to: the page that says more. */
export interface About {
  /** For example `MEETING`. */
  readonly kind: string;
  readonly id: string;
  /** Of the page, from the slash on; ids only. */
  readonly path: string;
}

export interface Sending<K extends MessageKind> {
  readonly schoolId: string;
  readonly environmentId: string;
  readonly kind: K;
  readonly about: About;
  /** Ids of people; whoever is named twice, is of another school or has left gets one or none. */
  readonly recipients: readonly string[];
  readonly words: WordsOf[K];
  /** The same for everything that must reach a person once, for example `meeting:<id>:notice:2`. */
  readonly dedupeKey: string;
  /** Not in the mailbox, nor anywhere, before then. */
  readonly notBefore?: Date;
}

/** What wakes those who carry messages further. */
export const POST_TOPIC = 'messages';

export const mailboxTopic = (personId: string): string => `mailbox:${personId}`;

/**
 * Puts a message into the mailbox of each recipient, in the transaction of what it tells of: it is there if and only if
 * that happened. Sent again with the same key it reaches only those who do not have it. Answers how many it reached.
 */
export async function sendMessage<K extends MessageKind>(em: Statements, sending: Sending<K>): Promise<number> {
  const { schoolId, environmentId, kind, about, recipients, words, dedupeKey, notBefore = null } = sending;
  const sent = await em.execute<{ id: string; personId: string; here: boolean }[]>(
    `insert into message (school_id, environment_id, person_id, kind, about_kind, about_id, path, words, dedupe_key, arrives_at)
     select ?, ?, p.id, ?, ?, ?, ?, ?::jsonb, ?, date_trunc('milliseconds', coalesce(?::timestamptz, clock_timestamp()))
     from person p where p.id = any(?::uuid[]) and p.active
     on conflict (person_id, dedupe_key) do nothing
     returning id, person_id as "personId", arrives_at <= clock_timestamp() as here`,
    [schoolId, environmentId, kind, about.kind, about.id, about.path, JSON.stringify(words), dedupeKey, notBefore, uuidArray(recipients)]);
  const [first] = sent;
  if (first === undefined) return 0;
  await writeHappenings(em, [
    ...sent.filter(({ here }) => here).map(({ id, personId }) => arrived(schoolId, personId, id)),
    { schoolId, topic: POST_TOPIC, kind: 'message.sent', subjectId: first.id },
  ]);
  return sent.length;
}

/** What a page of that person hears: that there is a message, and not what it says. */
export const arrived = (schoolId: string, personId: string, messageId: string) =>
  ({ schoolId, topic: mailboxTopic(personId), kind: 'message.arrived', subjectId: messageId });
