import type { Standing } from './viewer.ts';

const HOUR = 3600;

/** Seconds without use after which a session ends: long for a family's phone, a working day for whoever holds a role. */
export const FAMILY_IDLE = 30 * 24 * HOUR;
export const STAFF_IDLE = 8 * HOUR;
/** And on a phone that is somebody else's: long enough to read a ballot. */
export const GUEST_IDLE = HOUR / 2;

export const idleSeconds = (standings: readonly Pick<Standing, 'roles'>[], guest: boolean): number =>
  guest ? GUEST_IDLE : standings.some(({ roles }) => roles.length > 0) ? STAFF_IDLE : FAMILY_IDLE;

/** A session's time is moved forward at most this often, so that reading pages is not writing rows. Seconds. */
export const SLIDE_EVERY = 60;

/** The longest a browser keeps a cookie; the server, which slides the session's own end, decides before that. Seconds. */
export const COOKIE_LIFE = 400 * 24 * HOUR;
