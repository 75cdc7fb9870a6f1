import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../../../platform/http/addresses.ts';
import { FailedTries } from '../../../platform/http/failed-tries.ts';
import { secondsLeft } from '../../../platform/http/seconds-left.ts';

const MINUTE = 60;

/**
 * How often sign-in may be tried. A slip holds 128 bits, so this is not what keeps guessers out; it keeps
 * them from wearing the server down. A whole school votes from behind one address, so a network has room
 * for an assembly hall; a network that mostly fails does not.
 */
export interface Throttle {
  /** Spends one try on `work`, which must not be begun before; `failed` tells from its answer whether the token was nobody's. */
  attempt<T>(tokenHash: Buffer, address: string, work: () => Promise<T>, failed: (answer: T) => boolean): Promise<T | Throttled>;
}

export interface Throttled {
  readonly ok: false;
  readonly refusal: 'THROTTLED';
  /** Seconds. */
  readonly retryAfter: number;
}

const throttled = (retryAfter: number): Throttled => ({ ok: false, refusal: 'THROTTLED', retryAfter });

export function signInThrottle(): Throttle {
  const perToken = new RateLimiterMemory({ keyPrefix: 'token', points: 20, duration: MINUTE });
  const perNetwork = new RateLimiterMemory({ keyPrefix: 'network', points: 1200, duration: MINUTE });
  const overall = new RateLimiterMemory({ keyPrefix: 'all', points: 6000, duration: MINUTE });
  const failures = new FailedTries(120, MINUTE * 1000);

  /** Seconds to wait, or null. */
  async function spend(tokenHash: Buffer, network: string): Promise<number | null> {
    try {
      await perToken.consume(tokenHash.toString('base64', 0, 9));
      await perNetwork.consume(network);
      await overall.consume('all');
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return secondsLeft(refused);
    }
  }

  return {
    async attempt(tokenHash, address, work, failed) {
      const network = networkOf(address);
      const wait = await failures.take(network);
      if (wait !== null) return throttled(wait);
      let wrong = false;
      try {
        const spent = await spend(tokenHash, network);
        if (spent !== null) return throttled(spent);
        const answer = await work();
        wrong = failed(answer);
        return answer;
      } finally {
        failures.answered(network, wrong);
      }
    },
  };
}
