/**
 * Clock times of a school. What a form shows and takes ("2026-11-23T17:00") is the clock on that
 * school's wall, wherever the person at the keyboard is; what travels is a point in time in UTC.
 */
export interface WallTime {
  /** yyyy-mm-dd */
  readonly date: string;
  /** hh:mm, 24 hours */
  readonly time: string;
}

function clock(at: number, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA-u-hc-h23', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

export function wallTime(iso: string, timeZone: string): WallTime {
  const { year, month, day, hour, minute } = clock(Date.parse(iso), timeZone);
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** How far the wall clock is ahead of UTC at a moment, in milliseconds. */
function ahead(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = clock(at, timeZone);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - Math.floor(at / 1000) * 1000;
}

/**
 * The moment a wall clock shows a time; null when the text is no date. An hour that daylight saving
 * skips counts as the hour after it, one that comes twice as its first coming.
 */
export function instant({ date, time }: WallTime, timeZone: string): string | null {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time) || Number.isNaN(asUtc)) return null;
  const moments = [ahead(asUtc - 86_400_000, timeZone), ahead(asUtc + 86_400_000, timeZone)].map(offset => asUtc - offset);
  const right = moments.filter(moment => ahead(moment, timeZone) === asUtc - moment);
  return new Date(right.length > 0 ? Math.min(...right) : Math.max(...moments)).toISOString();
}

/** The last second of a day on that wall. */
export function endOfDay(date: string, timeZone: string): string | null {
  const next = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(next)) return null;
  const midnight = instant({ date: new Date(next + 86_400_000).toISOString().slice(0, 10), time: '00:00' }, timeZone);
  return midnight && new Date(Date.parse(midnight) - 1000).toISOString();
}

/** The end of the school year that a day belongs to: the next 30 June. */
export function endOfSchoolYear(iso: string, timeZone: string): string {
  const { date } = wallTime(iso, timeZone);
  const year = Number(date.slice(0, 4)) + (date.slice(5) > '06-15' ? 1 : 0);
  return `${year}-06-30`;
}
