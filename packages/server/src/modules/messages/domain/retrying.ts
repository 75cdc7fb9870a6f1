/** Tries of one delivery before it is given up: the last comes eight and a half hours after the first, or as much later as nights lie between. */
export const MOST_TRIES = 10;

const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 6 * 3_600_000;

/** Milliseconds to wait after so many failed tries: a minute, then twice as long each time, six hours at most. */
export const waitAfter = (tries: number): number => Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
