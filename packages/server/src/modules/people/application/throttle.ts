import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { isIPv6 } from 'node:net';
import { FailedTries } from './failed-tries.ts';

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
      if (refused instanceof Error) throw refused;
      return seconds(refused as RateLimiterRes);
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

const seconds = (result: RateLimiterRes): number => Math.max(1, Math.ceil(result.msBeforeNext / 1000));

/** The /24 of an IPv4 address, the /64 of an IPv6 one: about one household or school. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const whole = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return whole.slice(0, 4).map((each) => Number.parseInt(each, 16).toString(16)).join(':');
}
