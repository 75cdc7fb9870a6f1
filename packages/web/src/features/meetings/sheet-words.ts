import type { Compiled } from '../../i18n/catalogs.ts';
import { pickText, type Text } from '../../i18n/LocalText.tsx';
import type { Locale } from '../../i18n/locales.ts';
import { datesIn } from '../../i18n/use-dates.ts';
import { languageName } from '../../lib/language-name.ts';
import { hoursAskedBy, lastNotice, lawOf, type Meeting } from './meeting.ts';
import { spanIn } from './words.ts';

/** A text, and its language where that is not the sheet's. */
export interface Said { readonly text: string; readonly lang?: string }

export interface SheetItem {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly label: string;
  readonly title: Said;
  readonly about: string;
  readonly description: Said;
  /** With what introduces it. */
  readonly rationale: readonly [string, Said] | null;
  readonly only: string | null;
  /** With what introduces them; a late one says so (Gov. Code 54957.5). */
  readonly papers: string | null;
}

/** All that the notice says in one language, for the sheet and for the PDF: what hangs and what is sent say the same. */
export function sheetWords(meeting: Meeting, locale: Locale, words: Compiled) {
  const say = (key: string, args?: object) => (words[key]?.(args) ?? key).replace(/\.\.(?= |$)/g, '.');
  const dates = datesIn(locale, meeting.environment.timeZone);
  const span = spanIn(locale, meeting.environment.timeZone, (when) => say('meetings.until', { when }));
  const text = (of: readonly Text[]): Said => {
    const picked = pickText(of, locale);
    return picked === undefined ? { text: '' } : picked.locale === locale ? { text: picked.text } : { text: picked.text, lang: picked.locale };
  };
  const { agenda, id, body, cancelReason, childcare, endsAt, environment, interpretation, kind, noticeHours, onlineUrl, place, startsAt, state, title } = meeting;
  const last = lastNotice(meeting);
  const law = lawOf(meeting);
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(interpretation.map((tag) => languageName(tag, locale)));
  return {
    say,
    from: `${environment.school.name} · ${environment.name}`,
    body: text(body.name),
    what: `${say('meetings.sheet.title')} · ${say(`meetings.kind.${kind}`)}`,
    off: state === 'CANCELLED' ? `${say('meetings.cancelled')}. ${cancelReason ?? ''}`.trim() : null,
    title: text(title),
    when: startsAt ? span(startsAt, endsAt) : say('meetings.noDay'),
    place: text(place),
    onlineUrl: onlineUrl ?? null,
    care: [interpretation.length > 0 ? say('meetings.interpreted', { languages }) : say('meetings.notInterpreted'), ...(childcare ? [say('meetings.childcare')] : [])].join(' '),
    agendaTitle: say('meetings.agenda'),
    agenda: agenda.map(({ id: itemId, parentId, depth, label, title: name, intent, minutesPlanned, presenter, description, rationale, standing, papers }): SheetItem => ({
      id: itemId, depth, label,
      parentId: parentId ?? null,
      title: text(name),
      about: [say(`meetings.intent.${intent}`), ...(minutesPlanned != null ? [say('meetings.minutes', { count: minutesPlanned })] : []), ...(presenter ? [presenter] : [])].join(', '),
      description: text(description),
      rationale: rationale.length > 0 ? [say('meetings.rationale'), text(rationale)] : null,
      only: intent === 'ACTION' && standing?.may === 'DISCUSSION_ONLY' ? say(`meetings.only.${standing.reason ?? 'LISTED_TOO_LATE'}`, { when: standing.neededBy ? dates.dayTime(standing.neededBy) : '' }) : null,
      papers: papers.length === 0 ? null : `${say('meetings.papers', { count: papers.length })} ${papers.map(({ title: called, late, availableAt }) =>
        (late && availableAt ? `${called} (${say('meetings.paper.late', { when: dates.dayTime(availableAt) })})` : called)).join('; ')}`,
    })),
    speak: state === 'CANCELLED' ? null : say(law === 'PRIVATE' ? 'meetings.speak.PRIVATE' : 'meetings.speak'),
    version: last && `${say('meetings.version', { number: last.number, when: dates.dayTime(last.postedAt) })} ${say(`meetings.sheet.law.${hoursAskedBy(meeting)}`, { hours: noticeHours })}`,
    reading: agenda.some(({ papers }) => papers.length > 0) ? say('meetings.sheet.papers', { url: `${globalThis.location?.origin ?? ''}/meetings/${id}` }) : null,
    sign: say('meetings.sheet.sign'),
  };
}
