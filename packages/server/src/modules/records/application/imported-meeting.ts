import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import type { ShownMeeting } from '../../meetings/index.ts';
import { asDate, uuidArray } from '../../people/index.ts';

/** Where a meeting was recorded that was not held here. */
export interface ImportedMeeting {
  readonly importedAt: Date;
  /** What it refers to there, in its order. */
  readonly links: readonly { readonly url: string; readonly note: string | null }[];
}

/** A condition: the meeting in this column came with its body's record. */
export const isImported = (meetingId: string, bodyId: string): string => `exists (select from record_source k where k.body_id = ${bodyId} and k.local_id = ${meetingId})`;

interface Row { readonly id: string; readonly importedAt: string; readonly links: readonly { readonly url: string; readonly note?: string }[] }
type Asked = Pick<ShownMeeting, 'id' | 'schoolId' | 'bodyId'>;

const LOADER = Symbol('records.imported-meetings');

/** Null of a meeting that was made here. */
export function importedMeeting(ctx: RequestContext, meeting: Asked): Promise<ImportedMeeting | null> {
  const loader = ctx.once(LOADER, () => new DataLoader(async (asked: readonly Asked[]) => {
    const found = (await Promise.all([...Map.groupBy(asked, ({ schoolId }) => schoolId)].map(([schoolId, own]) => ctx.house.db.under(school(schoolId)).execute<Row[]>(
      `select m.id, k.imported_at as "importedAt", k.links from meeting m join record_source k on k.body_id = m.body_id and k.local_id = m.id where m.id = any(?::uuid[])`, [uuidArray(own.map(({ id }) => id))])))).flat();
    const byId = new Map(found.map(({ id, importedAt, links }) => [id, { importedAt: asDate(importedAt), links: links.filter(({ url }) => isAddress(url)).map(({ url, note }) => ({ url, note: note ?? null })) }]));
    return asked.map(({ id }) => byId.get(id) ?? null);
  }, { cacheKeyFn: ({ id }) => id as unknown as Asked }));
  return loader.load(meeting);
}

/** A document may say anything; pages lead to nothing else. */
const isAddress = (url: string): boolean => URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
