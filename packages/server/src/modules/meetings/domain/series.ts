export const REPEATS = ['WEEKLY', 'MONTHLY'] as const;

/** A meeting and those like it that follow: `times` in all. */
export interface Repeat {
  readonly every: (typeof REPEATS)[number];
  readonly times: number;
}

/** A year of weeks. */
export const MOST_REPEATS = 53;

/**
 * Days of a series by the calendar, `yyyy-mm-dd`, `first` among them. A monthly meeting keeps its weekday, as schools do:
 * the second Tuesday stays a second Tuesday, and a fifth one becomes the last where there are only four.
 */
export function daysOfSeries(first: string, { every, times }: Repeat): string[] {
  const start = new Date(`${first}T00:00:00Z`);
  return Array.from({ length: times }, (_, nth) => (every === 'WEEKLY' ? after(start, nth * 7) : sameWeekday(start, nth)).toISOString().slice(0, 10));
}

const after = (day: Date, days: number): Date => new Date(day.getTime() + days * 86_400_000);

function sameWeekday(start: Date, months: number): Date {
  const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const week = Math.floor((start.getUTCDate() - 1) / 7);
  const day = after(first, (start.getUTCDay() - first.getUTCDay() + 7) % 7 + week * 7);
  return day.getUTCMonth() === first.getUTCMonth() ? day : after(day, -7);
}
