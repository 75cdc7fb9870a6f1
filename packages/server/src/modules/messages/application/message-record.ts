import type { Statements } from '../../../platform/database/database.ts';
import type { MessageKind, WordsOf } from '../domain/message.ts';

/** A message of one person, and what its text is made of. */
export interface MessageRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly personId: string;
  readonly kind: MessageKind;
  readonly aboutKind: string;
  readonly aboutId: string;
  readonly path: string;
  readonly words: WordsOf[MessageKind];
  readonly arrivesAt: Date;
  readonly readAt: Date | null;
  /** Of the environment it is about. */
  readonly timeZone: string;
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

const WHOLE = `json_build_object('id', m.id, 'schoolId', m.school_id, 'environmentId', m.environment_id, 'personId', m.person_id, 'kind', m.kind,
  'aboutKind', m.about_kind, 'aboutId', m.about_id, 'path', m.path, 'words', m.words::text, 'arrivesAt', ${ms('m.arrives_at')}, 'readAt', ${ms('m.read_at')},
  'timeZone', e.time_zone)`;

/** Messages for which `condition` holds of `m`, in its order; under the school's scope. */
export async function messagesWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<MessageRecord[]> {
  const [row] = await em.execute<{ messages: string | null }[]>(
    `select json_agg(x.whole)::text as messages from (
       select ${WHOLE} as whole from message m join learning_environment e on e.id = m.environment_id where ${condition}) x`, params);
  return row!.messages === null ? [] : (JSON.parse(row!.messages) as Stored[]).map(revived);
}

type Stored = Omit<MessageRecord, 'words' | 'arrivesAt' | 'readAt'> & { words: string; arrivesAt: number; readAt: number | null };

const revived = ({ words, arrivesAt, readAt, ...rest }: Stored): MessageRecord =>
  ({ ...rest, words: wordsFrom(words), arrivesAt: new Date(arrivesAt), readAt: readAt === null ? null : new Date(readAt) });

/** As they were sent: moments are moments again, whatever else people wrote stays what they wrote. */
export const wordsFrom = (words: string): WordsOf[MessageKind] =>
  JSON.parse(words, (key, value: unknown) => (key === 'startsAt' && typeof value === 'string' ? new Date(value) : value)) as WordsOf[MessageKind];
