import type { AgendaItemFacts, MeetingFacts, Texts } from './meeting.ts';
import { isTimely, latestPosting } from './notice-period.ts';

export type NoticeFaultCode = 'REQUIRED' | 'MISSING_LOCALES' | 'TOO_LATE';
export type NoticeField = 'startsAt' | 'place' | 'items' | 'title' | 'description' | 'rationale';

/** What keeps a notice from being posted. */
export interface NoticeFault {
  readonly field: NoticeField;
  /** The item it is about; null: the meeting itself. */
  readonly itemId: string | null;
  readonly code: NoticeFaultCode;
  /** Languages still unsaid, or the last moment at which it could have been posted (ISO 8601). */
  readonly about: readonly string[];
}

/** What the last posted version said of when and where. */
export interface PostedPlan { readonly startsAt: Date; readonly place: Texts }

export interface UnpostedNotice extends Pick<MeetingFacts, 'law' | 'kind' | 'noticeHours' | 'startsAt' | 'place'> {
  /** What the meeting is called. */
  readonly title: Texts;
  readonly items: readonly AgendaItemFacts[];
  /** Null for the first notice of a meeting. */
  readonly posted: PostedPlan | null;
}

/**
 * Everything that keeps a notice from being posted at `now`: a name, date, time, place, an item, a description of each (EC 35147,
 * Gov. Code 54954.2; rule 4), a rationale of each action item, all of it in every required language (EC 48985; rule 29),
 * and early enough (rule 1). A new version that moves neither time nor place may be posted at any hour (rule 3): what
 * that costs an item, {@link standingOfItem} says.
 */
export function noticeFaultsOf(notice: UnpostedNotice, requiredLocales: readonly string[], now: Date): NoticeFault[] {
  return [
    ...textFaults('title', null, notice.title, true, requiredLocales),
    ...(notice.startsAt === null ? [required('startsAt')] : []),
    ...textFaults('place', null, notice.place, true, requiredLocales),
    ...lateness(notice, now),
    ...(notice.items.length === 0 ? [required('items')] : []),
    ...notice.items.flatMap((item) => [
      ...textFaults('title', item.id, item.title, true, requiredLocales),
      ...textFaults('description', item.id, item.description, true, requiredLocales),
      ...textFaults('rationale', item.id, item.rationale, item.intent === 'ACTION', requiredLocales),
    ]),
  ];
}

function lateness({ startsAt, place, posted, ...rule }: UnpostedNotice, now: Date): NoticeFault[] {
  if (startsAt === null || isTimely(now, startsAt, rule)) return [];
  const moved = posted === null || posted.startsAt.getTime() !== startsAt.getTime();
  if (!moved && !replaced(posted.place, place)) return [];
  return [{ field: moved ? 'startsAt' : 'place', itemId: null, code: 'TOO_LATE', about: [latestPosting(startsAt, rule).toISOString()] }];
}

function textFaults(field: NoticeField, itemId: string | null, texts: Texts, owed: boolean, locales: readonly string[]): NoticeFault[] {
  if (!Object.values(texts).some(isSaid)) return owed ? [required(field, itemId)] : [];
  const missing = locales.filter((locale) => !isSaid(texts[locale]));
  return missing.length > 0 ? [{ field, itemId, code: 'MISSING_LOCALES', about: missing }] : [];
}

const required = (field: NoticeField, itemId: string | null = null): NoticeFault => ({ field, itemId, code: 'REQUIRED', about: [] });

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Other words in a language it was posted in; a translation alone moves nobody. */
const replaced = (before: Texts, after: Texts): boolean => Object.keys(before).some((tag) => before[tag] !== after[tag]);
