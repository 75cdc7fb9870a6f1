import { hash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { SessionFacts, SessionSource } from '../graphql/context.ts';
import { SESSION_CHANNEL, hearSessionChangesHere } from './session-changes.ts';

/** Longest that an expiry, which nobody announces, goes unnoticed. */
const REMEMBER_MS = 60_000;
const MOST_REMEMBERED = 20_000;
const RETRY_MS = 1000;

/** Whoever keeps acting for a session after the request that showed it: a socket. */
export interface Follower {
  /** It may have changed; do nothing for it until told more. */
  hold(): void;
  live(facts: SessionFacts): void;
  ended(): void;
}

interface Entry {
  readonly token: string;
  facts: SessionFacts;
  checkedAt: number;
  /** When its person was last said to be using it. */
  usedAt: number;
  readonly followers: Set<Follower>;
}

/**
 * Sessions as this server remembers them: no statement per request or delivery, and none outlives its revocation,
 * because the revoking transaction notifies every server. While notifications cannot be heard nothing is
 * believed: requests ask the database, sockets are held until the session was asked for again.
 */
export class LiveSessions {
  readonly #source: SessionSource;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #known = new Map<string, Entry>();
  #hearing = false;
  /** Counts announcements: an answer read while one arrived is asked for again. */
  #epoch = 0;
  #sweep: NodeJS.Timeout | undefined;
  #stop: (() => Promise<void>) | undefined;

  constructor(source: SessionSource, clock: Clock, log: Logger) {
    this.#source = source;
    this.#clock = clock;
    this.#log = log;
  }

  async start(db: Database): Promise<void> {
    const stopHere = hearSessionChangesHere((id) => { this.#changed(id); });
    const stopThere = await db.listen(SESSION_CHANNEL, (id) => { this.#changed(id); }, {
      lost: () => {
        this.#hearing = false;
        for (const entry of this.#known.values()) this.#hold(entry);
      },
      back: () => {
        this.#hearing = true;
        this.#epoch += 1;
        for (const [key, entry] of this.#known) this.#forgetOrAsk(key, entry);
      },
    });
    this.#stop = async () => {
      stopHere();
      await stopThere();
    };
    this.#hearing = true;
    this.#sweep = setInterval(() => { this.#lookForExpired(); }, REMEMBER_MS / 2);
    this.#sweep.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    await this.#stop?.();
  }

  /** The live session of `token`, or null. */
  async find(token: string): Promise<SessionFacts | null> {
    const entry = this.#known.get(keyOf(token));
    const since = this.#now() - REMEMBER_MS;
    if (entry && this.#hearing && entry.checkedAt > since && entry.usedAt > since) return entry.facts;
    return this.#ask(token, true);
  }

  /** Tells `follower` what becomes of the session of `token`, until the answer is called. */
  follow(token: string, facts: SessionFacts, follower: Follower): () => void {
    const key = keyOf(token);
    const entry = this.#known.get(key) ?? { token, facts, checkedAt: this.#now(), usedAt: this.#now(), followers: new Set() };
    this.#known.set(key, entry);
    entry.followers.add(follower);
    if (!this.#hearing) follower.hold();
    return () => { entry.followers.delete(follower); };
  }

  #now(): number {
    return this.#clock.now().getTime();
  }

  async #ask(token: string, inUse: boolean): Promise<SessionFacts | null> {
    for (;;) {
      const epoch = this.#epoch;
      const facts = await this.#source.find(token, inUse);
      if (epoch !== this.#epoch) continue;
      this.#remember(token, facts, inUse);
      return facts;
    }
  }

  #remember(token: string, facts: SessionFacts | null, inUse: boolean): void {
    const key = keyOf(token);
    const entry = this.#known.get(key);
    if (facts === null) {
      this.#known.delete(key);
      for (const follower of [...entry?.followers ?? []]) follower.ended();
      return;
    }
    if (entry === undefined) {
      this.#known.set(key, { token, facts, checkedAt: this.#now(), usedAt: this.#now(), followers: new Set() });
      if (this.#known.size > MOST_REMEMBERED) this.#forgetOldest();
      return;
    }
    entry.facts = facts;
    entry.checkedAt = this.#now();
    if (inUse) entry.usedAt = this.#now();
    if (this.#hearing) for (const follower of [...entry.followers]) follower.live(facts);
  }

  #changed(id: string): void {
    this.#epoch += 1;
    for (const [key, entry] of this.#known) {
      if (id === entry.facts.sessionId || id === entry.facts.personId) {
        this.#hold(entry);
        this.#forgetOrAsk(key, entry);
      }
    }
  }

  #hold(entry: Entry): void {
    entry.checkedAt = Number.NEGATIVE_INFINITY;
    for (const follower of entry.followers) follower.hold();
  }

  #forgetOrAsk(key: string, entry: Entry): void {
    if (entry.followers.size === 0) this.#known.delete(key);
    else this.#askAgain(entry);
  }

  #askAgain(entry: Entry): void {
    this.#ask(entry.token, false).catch((error: unknown) => {
      this.#log.error({ err: error }, 'a session could not be looked up');
      setTimeout(() => { if (entry.followers.size > 0) this.#askAgain(entry); }, RETRY_MS).unref();
    });
  }

  #lookForExpired(): void {
    const before = this.#now() - REMEMBER_MS;
    for (const [key, entry] of this.#known) if (entry.checkedAt < before) this.#forgetOrAsk(key, entry);
  }

  #forgetOldest(): void {
    for (const [key, entry] of this.#known) {
      if (entry.followers.size === 0) {
        this.#known.delete(key);
        return;
      }
    }
  }
}

function keyOf(token: string): string {
  return hash('sha256', token, 'base64');
}
