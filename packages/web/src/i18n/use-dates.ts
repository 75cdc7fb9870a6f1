import { useMemo } from 'react';
import { dated } from './locales.ts';
import { useLocale } from './locale-store.ts';

export interface Dates {
  /** Monday, November 23 */
  day(at: string): string;
  /** Monday, November 23, 5:00 PM; with the zone where the reader's own clock shows another time */
  dayTime(at: string): string;
  /** in 2 days; 3 hours ago */
  fromNow(at: string, now?: number): string;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

/** Dates in the environment's own time zone, always with the weekday; deadlines in words. */
export function useDates(timeZone: string | undefined): Dates {
  const locale = useLocale();
  return useMemo(() => datesIn(locale, timeZone, true), [locale, timeZone]);
}

/** The reader's own clock shows another time than the school's. */
function isElsewhere(at: string, timeZone: string | undefined): boolean {
  const clock = (zone: string | undefined) => new Intl.DateTimeFormat('en', { day: 'numeric', hour: 'numeric', minute: 'numeric', timeZone: zone }).format(new Date(at));
  return clock(timeZone) !== clock(undefined);
}

/** On paper and on the wall, where everybody is at the school, no zone is said; `afar`: to a reader who may be elsewhere. */
export function datesIn(locale: string, timeZone: string | undefined, afar = false): Dates {
  const year = new Date().getFullYear();
  const format = (at: string, time: Intl.DateTimeFormatOptions) => {
    const date = new Date(at);
    const other = date.getFullYear() === year ? {} : ({ year: 'numeric' } as const);
    return new Intl.DateTimeFormat(dated(locale), { weekday: 'long', month: 'long', day: 'numeric', ...other, ...time, timeZone }).format(date);
  };
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return {
    day: (at) => format(at, {}),
    dayTime: (at) => format(at, { hour: 'numeric', minute: '2-digit', ...(afar && isElsewhere(at, timeZone) ? { timeZoneName: 'short' } : {}) }),
    fromNow(at, now = Date.now()) {
      const distance = Date.parse(at) - now;
      // Rounded towards now: "in 2 days" never promises more time than there is.
      const [unit, length] = STEPS.find(([, step]) => Math.abs(distance) >= step) ?? ['minute', 60_000];
      return relative.format(Math.trunc(distance / length) || (distance < 0 ? -1 : 1), unit);
    },
  };
}
