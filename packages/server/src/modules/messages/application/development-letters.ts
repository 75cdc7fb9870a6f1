import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, asDate, mayAdminister, uniformName } from '../../people/index.ts';
import type { Channel } from '../domain/message.ts';

/** What would have been sent to somebody. */
export interface DevelopmentLetter {
  readonly id: string;
  readonly channel: Channel;
  readonly name: string;
  readonly to: string;
  readonly locale: string;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly carriedAt: Date;
}

/**
 * The latest letters of the viewer's school that the development carrier kept.
 * @throws NOT_FOUND where nothing is kept, and for who does not administer an environment of the school.
 */
export async function developmentLetters({ config, db }: House, viewer: ViewerFacts, first: number): Promise<DevelopmentLetter[]> {
  if (!config.demo || !viewer.environments.some(({ environmentId }) => mayAdminister(viewer, environmentId))) throw coded('NOT_FOUND');
  type Row = Omit<DevelopmentLetter, 'carriedAt' | 'name'> & { carriedAt: string; givenName: string | null; familyName: string | null };
  const rows = await db.under(school(viewer.schoolId)).execute<Row[]>(
    `select l.message_id || ':' || l.channel as id, l.channel, i.given_name as "givenName", i.family_name as "familyName", l.sent_to as "to", l.locale, l.title, l.body, l.url,
       l.carried_at::text as "carriedAt"
     from development_letter l left join person_pii i on i.person_id = l.person_id order by l.carried_at desc, l.message_id, l.channel limit ?`, [first]);
  return rows.map(({ carriedAt, givenName, familyName, ...rest }) => ({ ...rest, name: uniformName(givenName, familyName), carriedAt: asDate(carriedAt) }));
}
