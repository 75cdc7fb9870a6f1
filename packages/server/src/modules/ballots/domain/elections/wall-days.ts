/** Milliseconds of an hour and of a day of 24; a day on the wall may be an hour shorter or longer. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

interface Wall { readonly date: string; readonly asUtc: number }

/** What the clock on a wall of that zone shows: the date, and date and time as if they were UTC. */
function wallOf(at: Date, timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    asUtc: Date.UTC(Number(part['year']), Number(part['month']) - 1, Number(part['day']), Number(part['hour']), Number(part['minute']), Number(part['second'])),
  };
}

/** The day of the calendar on which a moment falls, `yyyy-mm-dd`. */
export const dateOf = (at: Date, timeZone: string): string => wallOf(at, timeZone).date;

/** Days of the calendar from one moment's date to another's; the first is not counted, the last is. */
export const daysBetween = (from: Date, to: Date, timeZone: string): number =>
  (Date.parse(dateOf(to, timeZone)) - Date.parse(dateOf(from, timeZone))) / DAY;

export const addToDate = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/**
 * The moment a wall clock of that zone shows `time` (`hh:mm`) on a date. An hour that daylight saving skips counts as
 * the hour after it, one that comes twice as its first coming.
 */
export function momentOf(date: string, time: string, timeZone: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  const moments = [-DAY, DAY].map((near) => {
    const at = new Date(asUtc + near);
    return asUtc - (wallOf(at, timeZone).asUtc - at.getTime());
  });
  const right = moments.filter((moment) => wallOf(new Date(moment), timeZone).asUtc === asUtc);
  return new Date(right.length > 0 ? Math.min(...right) : Math.max(...moments));
}

/** The same time on the wall, that many days of the calendar later. */
export function addDays(at: Date, days: number, timeZone: string): Date {
  const { date, asUtc } = wallOf(at, timeZone);
  return momentOf(addToDate(date, days), new Date(asUtc).toISOString().slice(11, 16), timeZone);
}

/** Saturday and Sunday are no school days; holidays the school knows itself. */
export function schoolDay(date: string): string {
  const weekday = new Date(date).getUTCDay();
  return weekday === 6 ? addToDate(date, 2) : weekday === 0 ? addToDate(date, 1) : date;
}
