import type { CalendarEvent } from '../../../platform/calendar/icalendar.ts';
import type { BodyRecord } from '../../bodies/index.ts';
import { inOrder } from '../domain/agenda-tree.ts';
import type { CalendarLanguage } from '../domain/calendar-words.ts';
import type { Texts } from '../domain/meeting.ts';
import { type MeetingRecord, lastNotice } from './meeting-record.ts';

/** A text in the language wished, else in the language of the words around, else as it was written first. */
function textIn(texts: Texts, { wish, lang }: Pick<CalendarLanguage, 'wish' | 'lang'>): string {
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  const tags = Object.keys(texts);
  const tag = [wish, lang].flatMap((each) => tags.filter((own) => own === each).concat(tags.filter((own) => language(own) === language(each))))[0] ?? tags[0];
  return tag === undefined ? '' : texts[tag]!;
}

/** A language's name; what looks like a tag and is none stands for itself. */
function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * A meeting as its last notice gave it; one that waits for its first as a draft. Null while it has no day. Nobody is named
 * in it: not who called it, nor who brings an item in.
 */
export function calendarEvent(meeting: MeetingRecord, { name }: Pick<BodyRecord, 'name'>, language: CalendarLanguage, publicUrl: string): CalendarEvent | null {
  const { words, lang, wish } = language;
  const last = lastNotice(meeting);
  const { title, startsAt, endsAt, place, onlineUrl, interpretation, childcare } = last ?? meeting;
  if (startsAt === null) return null;
  const off = meeting.state === 'CANCELLED';
  const text = (texts: Texts) => textIn(texts, language);
  const plain = `${text(name)}: ${text(title)}`;
  const url = new URL(`/meetings/${meeting.id}`, publicUrl).href;
  const items = inOrder(last?.items ?? []).map((item) => `${'  '.repeat(item.depth)}${item.label} ${text(item.title)}`);
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  const languages = new Intl.ListFormat(lang, { type: 'conjunction' }).format(interpretation.map((tag) => nameOf(names, tag)));
  return {
    uid: `meeting-${meeting.id}@${new URL(publicUrl).hostname}`,
    sequence: (last?.number ?? 0) + (off ? 1 : 0),
    saidAt: meeting.cancelledAt ?? last?.postedAt ?? meeting.createdAt,
    startsAt,
    endsAt,
    // Many calendars that are followed show a meeting that is off like any other, so its name says it too.
    summary: off ? words.cancelled(plain) : last === null ? words.draft(plain) : plain,
    description: [
      ...(off && meeting.cancelReason !== null ? [words.why(meeting.cancelReason)] : []),
      ...(items.length > 0 ? [[words.agenda, ...items].join('\n')] : []),
      ...(interpretation.length > 0 ? [words.interpreted(languages)] : []),
      ...(childcare ? [words.childcare] : []),
      words.more(url),
    ].join('\n\n'),
    location: text(place),
    url,
    conference: onlineUrl === null ? null : [onlineUrl, words.online],
    status: off ? 'CANCELLED' : last === null ? 'TENTATIVE' : 'CONFIRMED',
    lang: Object.hasOwn(title, wish) ? wish : lang,
  };
}
