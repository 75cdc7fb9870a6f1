import { setTimeout as wait } from 'node:timers/promises';
import type { KilledEngine } from './engine.ts';
import type { KillableServer } from './killable-server.ts';
import type { Sql } from './school.ts';

export const KINDS = ['server', 'immediate', 'postmaster'] as const;
export type Kind = typeof KINDS[number];

export interface Kills {
  server: number;
  /** PostgreSQL told to quit on the spot. */
  immediate: number;
  /** PostgreSQL's first process, kill -9. */
  postmaster: number;
  /** Of all these: a server that was only just starting. */
  starting: number;
  /** Of all these: seen to fall into a remix. */
  remixing: number;
  /** Of all these: between the press on "close" and the count's end. */
  settling: number;
}

/** Which tables a remix holds while it rewrites them. */
const REMIXING = `select 1 from pg_locks where mode in ('ExclusiveLock', 'AccessExclusiveLock') and granted
  and relation in ('box.paper'::regclass, 'registry.paper'::regclass) limit 1`;

/** How far the close of a ballot has come. */
const PROGRESS = `select state, (select count(*)::int from registry.issuer where ballot_id = b.id) as issuers,
  exists (select from box.published where ballot_id = b.id) as published, exists (select from ballot_bundle where ballot_id = b.id) as proven
  from ballot b where id = $1`;
interface Progress { state: string; issuers: number; published: boolean; proven: boolean }

/** Stages of the close at which a kill strikes, one after another. */
const STAGES: readonly ((at: Progress) => boolean)[] = [
  ({ state }) => state === 'CLOSED', ({ issuers }) => issuers === 0, ({ published }) => published, ({ proven }) => proven,
];

/** Kills server and database, and brings each back. */
export class Killer {
  readonly done: Kills = { server: 0, immediate: 0, postmaster: 0, starting: 0, remixing: 0, settling: 0 };
  readonly #engine: KilledEngine;
  readonly #server: KillableServer;
  #left: number;

  constructor(engine: KilledEngine, server: KillableServer, kills: number) {
    this.#engine = engine;
    this.#server = server;
    this.#left = kills;
  }

  get left(): number { return this.#left; }

  /** A kill while people vote, now or as soon as a remix is under way. */
  async whileVoting(kind: Kind, inRemix: boolean, mayStrikeTwice: boolean): Promise<void> {
    if (inRemix && this.#engine.cluster !== null) {
      // The watching hand is not taken away first: the remix would be over by then.
      await this.#engine.asOwner(async (sql) => {
        if (await sawRemix(sql)) this.done.remixing += 1;
        await this.#strike(kind);
      });
    } else {
      await wait(Math.random() * 150);
      await this.#strike(kind);
    }
    if (kind === 'server' && mayStrikeTwice) {
      await wait(Math.random() * this.#server.startTook);
      await this.#strike('server');
      this.done.starting += 1;
    }
    await this.#server.ready();
  }

  /** A kill after the press on "close"; the first strikes at the close itself, the next ones further on. */
  async whileSettling(kind: Kind, nth: number, ballotId: string): Promise<void> {
    if (this.#engine.cluster === null) await wait(nth === 0 ? Math.random() * 40 : (0.5 + Math.random() * 0.6) * this.#server.startTook);
    else await this.#awaitStage(STAGES[nth % STAGES.length]!, ballotId);
    await this.#strike(kind, async () => {
      const { state } = await this.#engine.asOwner((sql) => progress(sql, ballotId));
      if (state !== 'TALLIED') this.done.settling += 1;
    });
  }

  /** One kill; a look at what the dead left behind comes before they return, or as they do. */
  async #strike(kind: Kind, beforeReturn: () => Promise<void> = async () => {}): Promise<void> {
    const { cluster } = this.#engine;
    this.#left -= 1;
    this.done[kind] += 1;
    if (kind === 'server') {
      await this.#server.kill();
      await beforeReturn();
      this.#server.spawn();
      return;
    }
    this.#server.excuseStart();
    if (kind === 'immediate') await cluster!.stopImmediately();
    else cluster!.killPostmaster();
    await wait(Math.random() * 200);
    await cluster!.start();
    await beforeReturn();
  }

  async #awaitStage(reached: (at: Progress) => boolean, ballotId: string): Promise<void> {
    await this.#engine.asOwner(async (sql) => {
      for (;;) {
        const at = await progress(sql, ballotId);
        if (reached(at) || at.state === 'TALLIED') return;
        await wait(1);
      }
    });
    await wait(Math.random() * 15);
  }
}

/** False when none came in a while. */
async function sawRemix(sql: Sql): Promise<boolean> {
  const until = performance.now() + 5000;
  do {
    if ((await sql.query(REMIXING)).rows.length > 0) return true;
  } while (performance.now() < until);
  return false;
}

async function progress(sql: Sql, ballotId: string): Promise<Progress> {
  const { rows: [at] } = await sql.query<Progress>(PROGRESS, [ballotId]);
  return at!;
}
