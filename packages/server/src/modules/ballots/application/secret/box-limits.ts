import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../../../../platform/http/addresses.ts';
import { FailedTries } from '../../../../platform/http/failed-tries.ts';
import { secondsLeft } from '../../../../platform/http/seconds-left.ts';
import type { SecretCast, Throttled } from './secret-cast.ts';

const MINUTE = 60;

/**
 * Casts that hold no vote, from one network in a minute. Each costs the server some 50 microseconds to find out, and a
 * network that spent its room is shut out with everybody in it: so there is room for more than one student's script
 * can send, and the end of it comes before the server is worn down.
 */
const MOST_JUNK = 12_000;
/** Votes under one voter's key in a minute; nobody changes their mind more often. */
const MOST_REVISIONS = 60;

/** Answers to what no page of ours would send. */
const JUNK: ReadonlySet<string> = new Set<SecretCast['answer']>(['form', 'range', 'length', 'scope', 'credential', 'signature']);

/**
 * How much of this server's time one network, or one key, may take on the way into the box. In memory alone and never
 * told to anybody: a table of addresses would say who voted when. A whole school votes from behind one address, so
 * votes are not counted against it; only what turns out to be none is.
 */
export class BoxLimits {
  readonly #junk: FailedTries;
  readonly #revisions = new RateLimiterMemory({ keyPrefix: 'key', points: MOST_REVISIONS, duration: MINUTE });

  constructor(mostJunk = MOST_JUNK) {
    this.#junk = new FailedTries(mostJunk, MINUTE * 1000);
  }

  /** Begins `cast` only where there is room for it to fail. */
  async attempt(address: string, cast: () => Promise<SecretCast>): Promise<SecretCast> {
    const network = networkOf(address);
    const wait = await this.#junk.take(network);
    if (wait !== null) return { answer: 'throttled', retryAfter: wait };
    let junk = false;
    try {
      const answer = await cast();
      junk = JUNK.has(answer.answer);
      return answer;
    } finally {
      this.#junk.answered(network, junk);
    }
  }

  /** Spends one change of the voter's mind, once it is known to be theirs; null where there is room. */
  async change(pk: Uint8Array): Promise<Throttled | null> {
    try {
      await this.#revisions.consume(Buffer.from(pk).toString('base64'));
      return null;
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      return { answer: 'throttled', retryAfter: secondsLeft(spent) };
    }
  }
}
