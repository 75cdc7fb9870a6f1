import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { coded } from '../../../platform/graphql/errors.ts';
import { networkOf } from '../../../platform/http/addresses.ts';
import { secondsLeft } from '../../../platform/http/seconds-left.ts';

/** Demands from one network in an hour: a whole hall may be behind one address, and a room full of people may have seen the same thing. */
const DEMANDS = 60;
const HOUR = 3600;

const demands = new RateLimiterMemory({ keyPrefix: 'demand', points: DEMANDS, duration: HOUR });

/** Spends one post of somebody who needs no account. @throws THROTTLED when there were too many. */
export async function spendDemand(address: string): Promise<void> {
  try {
    await demands.consume(networkOf(address));
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    throw coded('THROTTLED', { retryAfter: secondsLeft(spent) });
  }
}
