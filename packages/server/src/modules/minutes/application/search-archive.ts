import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { type Page, fromCursor, page, pageSize } from '../../../platform/graphql/paging.ts';
import { environmentById, isLocale, isUuid } from '../../people/index.ts';
import { END, FOUND, type Snippet, allOf, folded, isDay, searchWords, snippetOf } from '../domain/searching.ts';

export interface ArchiveSearch {
  readonly environmentId: string;
  readonly bodyId: string | null;
  readonly text: string;
  /** Days of the calendar, both included, `yyyy-mm-dd`. */
  readonly from: string | null;
  readonly to: string | null;
  /** In which language they are read, where they are written in it. */
  readonly language: string | null;
  readonly first: number;
  readonly after: string | null;
}

export interface ArchivedMinutes {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly heldOn: string;
  readonly language: string;
  readonly title: string;
  readonly snippet: Snippet;
}

const LONGEST_SEARCH = 200;

interface Row { readonly meetingId: string; readonly bodyId: string; readonly heldOn: string; readonly language: string; readonly title: string; readonly marked: string }

/** Rows of one configuration of the database's dictionaries. */
const CONFIGURATIONS = ['english', 'spanish', 'simple'] as const;
const CONFIGURATION = `case when a.locale ilike 'en%' then 'english' when a.locale ilike 'es%' then 'spanish' else 'simple' end`;

/**
 * Public copies of approved minutes, the latest meeting first, with the passages where the words were found. Words are
 * found whole in the dictionary of each language, and as far as they were typed in any.
 * @throws BAD_INPUT for a day or a language that is none, or a cursor of another list. NOT_FOUND when there is no such environment.
 */
export async function searchArchive(ctx: RequestContext, search: ArchiveSearch): Promise<Page<ArchivedMinutes>> {
  const size = pageSize(search.first);
  const from = fromCursor(search.after, 2);
  for (const [field, day] of Object.entries({ from: search.from, to: search.to })) if (day !== null && !isDay(day)) throw coded('BAD_INPUT', { field, rule: 'DATE' });
  if (search.text.length > LONGEST_SEARCH) throw coded('BAD_INPUT', { field: 'text', rule: `MAX_${LONGEST_SEARCH}` });
  if (search.language !== null && !isLocale(search.language)) throw coded('BAD_INPUT', { field: 'language', rule: 'isLocale' });
  if (search.bodyId !== null && !isUuid(search.bodyId)) throw coded('BAD_INPUT', { field: 'bodyId', rule: 'UUID' });
  if (from !== null && (!isDay(from[0]!) || !isUuid(from[1]!))) throw coded('BAD_INPUT', { field: 'after', rule: 'cursor' });
  const environment = await environmentById(ctx, search.environmentId);
  if (environment === null) throw coded('NOT_FOUND');
  const words = searchWords(search.text);
  const queries = CONFIGURATIONS.map((configuration) => `when '${configuration}' then to_tsquery('${configuration}', ?) || to_tsquery('simple', ?)`).join(' ');
  const asked = allOf(words);
  const typed = words.length === 0 ? '' : allOf(words.map(folded));
  const rows = await ctx.house.db.under(school(environment.schoolId)).execute<Row[]>(
    `with found as (
       select a.*, c.configuration, q.query, row_number() over (partition by a.meeting_id order by a.locale = ? desc, split_part(a.locale, '-', 1) = split_part(?, '-', 1) desc, a.locale) as nth
       from minutes_archive a join minutes m on m.meeting_id = a.meeting_id and m.number = a.number
       cross join lateral (select ${CONFIGURATION} as configuration) c
       cross join lateral (select case c.configuration ${queries} end as query) q
       where a.environment_id = ? and (?::uuid is null or a.body_id = ?::uuid) and (?::date is null or a.held_on >= ?::date) and (?::date is null or a.held_on <= ?::date)
         and (? or a.words @@ q.query)
         and (?::date is null or (a.held_on, a.meeting_id) < (?::date, ?::uuid))
     ), paged as (select * from found where nth = 1 order by held_on desc, meeting_id desc limit ?)
     select meeting_id as "meetingId", body_id as "bodyId", held_on::text as "heldOn", locale as language, title,
       ts_headline(configuration::regconfig, text, query, 'StartSel=${FOUND},StopSel=${END},MaxFragments=2,MaxWords=28,MinWords=12,FragmentDelimiter=" … "') as marked
     from paged order by held_on desc, meeting_id desc`,
    [search.language ?? '', search.language ?? '', ...CONFIGURATIONS.flatMap(() => [asked, typed]), environment.id, search.bodyId, search.bodyId, search.from, search.from, search.to, search.to,
      words.length === 0, from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1]);
  return page(rows.map(({ marked, ...row }) => ({ ...row, snippet: snippetOf(marked) })), size, ({ heldOn, meetingId }) => [heldOn, meetingId], from);
}

