/** Making one takes longer than all else here. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  clocks.set(timeZone, known);
  return known;
}

/** What the clock on a wall of that zone shows, as if it were UTC. */
function wallOf(at: Date, timeZone: string): string {
  const part = Object.fromEntries(clockOf(timeZone).formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['year']!.padStart(4, '0')}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}Z`;
}

/** The day of the calendar on which a moment falls there, `yyyy-mm-dd`. */
export const dayAt = (at: Date, timeZone: string): string => wallOf(at, timeZone).slice(0, 10);

/** When that day begins there; the offset is looked up twice, for the clock may change in between. */
export function beginningOf(day: string, timeZone: string): Date {
  const shown = Date.parse(`${day}T00:00:00Z`);
  const behind = (at: number) => shown - (Date.parse(wallOf(new Date(at), timeZone)) - at);
  return new Date(behind(behind(shown)));
}
