import type { MessageKind } from './message.ts';

/** Hours on the wall between which nobody is disturbed: from nine in the evening to seven in the morning. */
export const QUIET_FROM = 21;
export const QUIET_UNTIL = 7;

/** Who meant to come tomorrow morning must hear tonight. */
export const URGENT: ReadonlySet<MessageKind> = new Set(['MEETING_CANCELLED']);

/**
 * The first moment, `at` or after it, at which somebody may be disturbed by a message of this kind where the environment
 * is: by the clock on its wall, also on the nights in which that changes.
 */
export function undisturbing(at: Date, kind: MessageKind, timeZone: string): Date {
  if (URGENT.has(kind)) return at;
  const { hour, day } = wallOf(at, timeZone);
  if (hour >= QUIET_UNTIL && hour < QUIET_FROM) return at;
  const morning = hour < QUIET_UNTIL ? day : new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  return atWall(morning, QUIET_UNTIL, timeZone);
}

const DAY = 24 * 3_600_000;

/** The day (`yyyy-mm-dd`) and hour that the wall shows, and by how many milliseconds it is ahead of UTC. */
function wallOf(at: Date, timeZone: string): { day: string; hour: number; ahead: number } {
  const parts = Object.fromEntries(clockOf(timeZone).formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const shown = Date.parse(`${day}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`);
  return { day, hour: Number(parts['hour']), ahead: shown - Math.floor(at.getTime() / 1000) * 1000 };
}

/** When the wall shows that hour of that day; the offset is looked up twice, for the clock may change in between. */
function atWall(day: string, hour: number, timeZone: string): Date {
  const shown = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const guess = new Date(shown - wallOf(new Date(shown), timeZone).ahead);
  return new Date(shown - wallOf(guess, timeZone).ahead);
}

/** Making one takes longer than all else here. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  clocks.set(timeZone, known);
  return known;
}
