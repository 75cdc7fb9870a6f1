import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { coded } from '../../../../platform/graphql/errors.ts';
import { secondsLeft } from '../../../../platform/http/seconds-left.ts';

/** Names one person may look for in a quarter of an hour: enough for slips of the keyboard, too few to find out who is here. */
const NAMES = 20;
const WINDOW = 15 * 60;

const looking = new RateLimiterMemory({ keyPrefix: 'nominee', points: NAMES, duration: WINDOW });

/** Spends one try at a name. @throws THROTTLED when there were too many. */
export async function spendName(personId: string): Promise<void> {
  try {
    await looking.consume(personId);
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    throw coded('THROTTLED', { retryAfter: secondsLeft(spent) });
  }
}
