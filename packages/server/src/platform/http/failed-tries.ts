/** One network's failed tries of the last while, and who is waiting to hear. */
interface Network {
  failed: number;
  /** When the count begins anew, in milliseconds of `now`. */
  until: number;
  /** Tries whose answer is not known yet. */
  open: number;
  readonly waiting: (() => void)[];
}

/** Networks past which those that have nothing to remember are dropped. */
const MANY = 10_000;

/**
 * Limits failed tries before they are answered: a try takes its place among those that may still fail, and gives it
 * back when it succeeds. So guesses sent side by side find no more room than guesses sent one by one, while a crowd whose
 * tries succeed only waits for one another.
 */
export class FailedTries {
  readonly #networks = new Map<string, Network>();
  readonly #most: number;
  readonly #windowMs: number;
  readonly #now: () => number;

  constructor(most: number, windowMs: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  /** Takes a place; {@link answered} must be called for it. Answers the seconds to wait instead, where too many failed. */
  async take(name: string): Promise<number | null> {
    for (;;) {
      const network = this.#network(name);
      const left = this.#most - network.failed;
      if (left <= 0) return Math.max(1, Math.ceil((network.until - this.#now()) / 1000));
      if (network.open < left) {
        network.open += 1;
        return null;
      }
      await new Promise<void>((heard) => { network.waiting.push(heard); });
    }
  }

  answered(name: string, failed: boolean): void {
    const network = this.#network(name);
    network.open -= 1;
    if (failed) network.failed += 1;
    // One place has become free, or none is left for anybody.
    if (network.failed >= this.#most) for (const heard of network.waiting.splice(0)) heard();
    else network.waiting.shift()?.();
  }

  #network(name: string): Network {
    const now = this.#now();
    const known = this.#networks.get(name);
    if (known) {
      if (known.until <= now) Object.assign(known, { failed: 0, until: now + this.#windowMs });
      return known;
    }
    if (this.#networks.size >= MANY) this.#forget(now);
    const made: Network = { failed: 0, until: now + this.#windowMs, open: 0, waiting: [] };
    this.#networks.set(name, made);
    return made;
  }

  #forget(now: number): void {
    for (const [name, { until, open }] of this.#networks) if (open === 0 && until <= now) this.#networks.delete(name);
  }
}
