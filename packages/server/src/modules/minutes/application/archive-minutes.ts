import type { EntityManager } from '../../../platform/database/database.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import { environmentIn } from '../../people/index.ts';
import { languagesOf } from '../domain/assembling.ts';
import { type MinutesBlock, inLanguage, plainText } from '../domain/blocks.ts';
import { folded } from '../domain/searching.ts';

/** How words are found in a language: without their endings where the database knows it, as they stand where it does not. */
export const configurationOf = (locale: string): string => ({ en: 'english', es: 'spanish' })[locale.toLowerCase().split('-')[0]!] ?? 'simple';

/** Puts the public copy where everybody finds it, in each language it is written in. */
export async function archiveMinutes(em: EntityManager, sitting: SittingRecord, number: number, blocks: readonly MinutesBlock[]): Promise<void> {
  const environment = (await environmentIn(em, sitting.environmentId))!;
  for (const locale of languagesOf(environment.requiredLocales)) {
    const title = inLanguage(blocks[0]!.text, locale);
    const text = plainText(blocks.slice(1), locale);
    const config = configurationOf(locale);
    await em.execute(
      `insert into minutes_archive (meeting_id, number, locale, school_id, environment_id, body_id, held_on, title, text, words)
       values (?, ?, ?, ?, ?, ?, (?::timestamptz at time zone ?)::date, ?, ?,
         setweight(to_tsvector('${config}', ?), 'A') || to_tsvector('${config}', ?) || to_tsvector('simple', ?))`,
      [sitting.id, number, locale, sitting.schoolId, sitting.environmentId, sitting.bodyId, sitting.calledToOrderAt, environment.timeZone, title, text, title, text, folded(`${title}\n${text}`)]);
  }
}
