import { useLocale } from '../../i18n/locale-store.ts';
import { joined } from '../../i18n/joined.ts';
import { dated } from '../../i18n/locales.ts';
import { type Dates, datesIn, useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { wallTime } from '../../lib/zoned.ts';
import { type Fault, MOST_MINUTES, MOST_REPEATS } from './meeting.ts';

const FIELDS = ['title', 'startsAt', 'endsAt', 'place', 'onlineUrl', 'interpretation', 'items', 'description', 'rationale', 'minutesPlanned', 'presenter', 'reason', 'postedAt', 'times', 'answer', 'interpreter', 'children', 'note'] as const;
const RANGES: Partial<Record<(typeof FIELDS)[number], number>> = { minutesPlanned: MOST_MINUTES, times: MOST_REPEATS, interpretation: 24, children: 12 };
const PLAIN = ['REQUIRED', 'TOO_LONG', 'REPEATED', 'NOT_AFTER_START', 'BAD_URL', 'BAD_LOCALE'] as const;

/** The last part of a fault's path that is the name of a field. */
export const fieldOf = ({ field }: Pick<Fault, 'field'>) => FIELDS.find((each) => field.split('.').includes(each)) ?? 'title';

/** What is wrong with a field, by which law where one says so, and what to write instead. */
export function useFaultWords(timeZone?: string): (fault: Fault) => string {
  const say = useMessages('meetings');
  const locale = useLocale();
  const dates = useDates(timeZone);
  return (fault) => {
    const { code, about, itemId } = fault;
    const known = fieldOf(fault);
    const field = say(`meetings.field.${known}`);
    if (code === 'REQUIRED' && known === 'items') return say('meetings.fault.noItems');
    if (code === 'REQUIRED' && known === 'rationale') return say('meetings.fault.noRationale');
    if (code === 'REQUIRED' && known === 'description' && itemId !== null) return say('meetings.fault.noDescription');
    if (code === 'MISSING_LOCALES') return say('meetings.fault.MISSING_LOCALES', { field, languages: joined(about.map((tag) => languageName(tag, locale))) });
    if (code === 'TOO_LATE') return say('meetings.fault.TOO_LATE', { when: about[0] ? dates.dayTime(about[0]) : '' });
    if (code === 'OUT_OF_RANGE' && /(starts|ends|posted)At$/.test(fault.field)) return say('meetings.fault.farDay');
    if (code === 'OUT_OF_RANGE') return say('meetings.fault.OUT_OF_RANGE', { field, most: RANGES[known] ?? 0 });
    return say(`meetings.fault.${PLAIN.find((each) => each === code) ?? 'OTHER'}`, { field });
  };
}

/** Where the focus goes to mend a fault. */
export const targetOf = (fault: Fault, locales: readonly string[]): string => {
  const field = fieldOf(fault);
  const tag = fault.about.find((each) => locales.includes(each)) ?? locales[0];
  if (field === 'items') return 'agenda-add';
  const base = fault.itemId === null ? 'meeting' : 'item';
  return ['title', 'place', 'description', 'rationale'].includes(field) ? `${base}-${field}-${tag}` : `${base}-${field}`;
};

/** From when to when a meeting is planned, the day said once. */
export function spanIn(locale: string, timeZone: string, until: (when: string) => string, afar = false): (startsAt: string, endsAt: string | null | undefined) => string {
  const dates: Dates = datesIn(locale, timeZone, afar);
  const clock = new Intl.DateTimeFormat(dated(locale), { hour: 'numeric', minute: '2-digit', timeZone });
  return (startsAt, endsAt) => {
    if (!endsAt) return dates.dayTime(startsAt);
    const sameDay = wallTime(startsAt, timeZone).date === wallTime(endsAt, timeZone).date;
    return `${dates.dayTime(startsAt)} ${until(sameDay ? clock.format(new Date(endsAt)) : dates.dayTime(endsAt))}`;
  };
}

export function useSpan(timeZone: string): ReturnType<typeof spanIn> {
  const say = useMessages('meetings');
  return spanIn(useLocale(), timeZone, (when) => say('meetings.until', { when }), true);
}
