import pg from 'pg';
import type { Watch } from './database.ts';

interface Hearer extends Watch { readonly heard: (payload: string) => void }

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;
/** A connection that died without a word is found out after one beat and one patience. */
const BEAT_MS = 10_000;
const PATIENCE_MS = 5000;

/**
 * The one connection per process that hears NOTIFY, for every channel. When it drops, hearers are told,
 * it comes back by itself, and they are told again: what was sent in between is gone for good.
 */
export class Listener {
  readonly #url: string;
  readonly #channels = new Map<string, Set<Hearer>>();
  #client: Promise<pg.Client> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  /** The last statement under way: a client takes one at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, heard: (payload: string) => void, watch: Watch = {}): Promise<() => Promise<void>> {
    const hearer: Hearer = { ...watch, heard };
    const hearers = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, hearers.add(hearer));
    try {
      const client = await (this.#client ??= this.#connect());
      await this.#say(client, `listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      hearers.delete(hearer);
      throw error;
    }
    return async () => {
      hearers.delete(hearer);
      if (hearers.size > 0) return;
      this.#channels.delete(channel);
      const client = await this.#client?.catch(() => undefined);
      if (client) await this.#say(client, `unlisten ${pg.escapeIdentifier(channel)}`).catch(() => {});
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = await this.#client?.catch(() => undefined);
    await client?.end().catch(() => {});
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url, keepAlive: true, query_timeout: PATIENCE_MS, connectionTimeoutMillis: PATIENCE_MS,
    });
    client.on('error', () => {});
    client.on('notification', ({ channel, payload = '' }) => {
      for (const hearer of this.#channels.get(channel) ?? []) hearer.heard(payload);
    });
    try {
      await client.connect();
    } catch (error) {
      this.#client = undefined;
      throw error;
    }
    const beat = setInterval(() => {
      this.#say(client, 'select 1').catch(() => { client.connection.stream.destroy(); });
    }, BEAT_MS);
    beat.unref();
    client.on('end', () => {
      clearInterval(beat);
      if (this.#closed) return;
      this.#client = undefined;
      this.#tell('lost');
      this.#reconnect(FIRST_WAIT_MS);
    });
    return client;
  }

  #say(client: pg.Client, sql: string): Promise<unknown> {
    const mine = this.#turn.then(() => client.query(sql));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  #reconnect(wait: number): void {
    // With jitter, so that many servers do not come back to a restarted database in one instant.
    this.#retry = setTimeout(() => {
      void this.#comeBack().catch(() => {
        if (!this.#closed) this.#reconnect(Math.min(wait * 2, LONGEST_WAIT_MS));
      });
    }, wait * (0.5 + Math.random()));
  }

  async #comeBack(): Promise<void> {
    const client = await (this.#client ??= this.#connect());
    for (const channel of this.#channels.keys()) await this.#say(client, `listen ${pg.escapeIdentifier(channel)}`);
    this.#tell('back');
  }

  #tell(what: keyof Watch): void {
    for (const hearers of this.#channels.values()) for (const hearer of hearers) hearer[what]?.();
  }
}
