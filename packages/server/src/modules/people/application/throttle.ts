import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { isIPv6 } from 'node:net';

const MINUTE = 60;

/**
 * How often sign-in may be tried. A slip holds 128 bits, so this is not what keeps guessers out; it keeps
 * them from wearing the server down. A whole school votes from behind one address, so a network has room
 * for an assembly hall; a network that mostly fails does not.
 */
export interface Throttle {
  /** Spends one try; answers the seconds to wait, or null. */
  attempt(tokenHash: Buffer, address: string): Promise<number | null>;
  /** Told when the token was nobody's. */
  failed(address: string): Promise<void>;
}

export function signInThrottle(): Throttle {
  const perToken = new RateLimiterMemory({ keyPrefix: 'token', points: 20, duration: MINUTE });
  const perNetwork = new RateLimiterMemory({ keyPrefix: 'network', points: 1200, duration: MINUTE });
  const failures = new RateLimiterMemory({ keyPrefix: 'failures', points: 120, duration: MINUTE });
  const overall = new RateLimiterMemory({ keyPrefix: 'all', points: 6000, duration: MINUTE });
  return {
    async attempt(tokenHash, address) {
      const network = networkOf(address);
      const spent = await failures.get(network);
      if (spent !== null && spent.remainingPoints <= 0) return seconds(spent);
      try {
        await perToken.consume(tokenHash.toString('base64', 0, 9));
        await perNetwork.consume(network);
        await overall.consume('all');
        return null;
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        return seconds(refused as RateLimiterRes);
      }
    },
    async failed(address) {
      await failures.penalty(networkOf(address));
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
