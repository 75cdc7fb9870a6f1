import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';

/** A new code every minute, in milliseconds. */
const WINDOW = 60_000;
/** How long after it was shown a code counts for a device that had no network, in milliseconds. */
const KEPT = 10 * 60_000;
/** Crockford's alphabet without what is read for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

export interface DoorCode {
  readonly code: string;
  /** Path of the page it opens, with the code where no server sees it. */
  readonly path: string;
  /** When the next one comes; this one counts for a minute more. */
  readonly until: Date;
}

/** The code at the door now: who reads it is in the room. */
export async function doorCodeNow(em: Statements, meetingId: string, now: Date): Promise<DoorCode> {
  const window = windowOf(now);
  const code = codeOf(await secretOf(em, meetingId), window);
  return { code, path: `/meetings/${meetingId}/door#${code}`, until: new Date((window + 1) * WINDOW) };
}

/**
 * Whether it was the code at that moment, or the one before. What a device kept for want of a network counts for ten
 * minutes: a code can be told to somebody outside within one as well.
 */
export async function isDoorCode(em: Statements, meetingId: string, code: string, at: Date, now: Date): Promise<boolean> {
  const shown = Math.min(Math.max(at.getTime(), now.getTime() - KEPT), now.getTime());
  const window = windowOf(new Date(shown));
  const secret = await secretOf(em, meetingId);
  const said = Buffer.from(code.trim().toUpperCase());
  return [window, window - 1].some((each) => {
    const right = Buffer.from(codeOf(secret, each));
    return said.length === right.length && timingSafeEqual(said, right);
  });
}

const windowOf = (now: Date): number => Math.floor(now.getTime() / WINDOW);

/** 40 bits of HMAC-SHA-256 under the meeting's own secret, five for each letter. */
function codeOf(secret: string, window: number): string {
  const bits = createHmac('sha256', Buffer.from(secret, 'hex')).update(`door:${window}`).digest();
  return Array.from({ length: LENGTH }, (_, nth) => LETTERS[bits[nth]! & 31]!).join('');
}

async function secretOf(em: Statements, meetingId: string): Promise<string> {
  const [row] = await em.execute<{ secret: string }[]>(`select encode(door_secret, 'hex') as secret from meeting where id = ?`, [meetingId]);
  return row!.secret;
}
