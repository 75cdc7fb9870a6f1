import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { coded } from '../../../../platform/graphql/errors.ts';
import { secondsLeft } from '../../../../platform/http/seconds-left.ts';

/** A page sends what was typed a few times a second; a device that comes back sends it at once. */
const CHANGES = { points: 300, duration: 10 };
/** Carets move with every key, and a page tells of them once a second. */
const CARETS = { points: 60, duration: 10 };

const changes = new RateLimiterMemory({ keyPrefix: 'notes', ...CHANGES });
const carets = new RateLimiterMemory({ keyPrefix: 'caret', ...CARETS });

async function spend(limiter: RateLimiterMemory, personId: string, meetingId: string): Promise<void> {
  try {
    await limiter.consume(`${personId} ${meetingId}`);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    throw coded('THROTTLED', { retryAfter: secondsLeft(spent) });
  }
}

/** @throws THROTTLED when somebody sends more than any page of ours would. */
export const spendChange = (personId: string, meetingId: string): Promise<void> => spend(changes, personId, meetingId);
export const spendCaret = (personId: string, meetingId: string): Promise<void> => spend(carets, personId, meetingId);
