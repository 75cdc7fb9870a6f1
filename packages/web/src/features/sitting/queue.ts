import { type FaultCode, faultCode } from '../../apollo/faults.ts';
import type { MeetingFaultCode } from '../../gql/graphql.ts';
import type { KeptAct } from '../../lib/room-store.ts';
import type { Refusal } from './sitting.ts';

/** Why an act did not happen. */
export type Why =
  | { readonly kind: 'REFUSED'; readonly refusals: readonly Pick<Refusal, 'reason' | 'source' | 'about'>[] }
  | { readonly kind: 'FAULTY'; readonly faults: readonly { readonly field: string; readonly code: MeetingFaultCode; readonly about: readonly string[] }[] }
  | { readonly kind: 'FAILED'; readonly code: FaultCode };

export type Answer = { readonly kind: 'DONE'; readonly version: number } | Why;

/** WAITING: not yet sent, or not yet answered. DONE: until the page shows the sitting with it. REFUSED: until somebody has read why. */
export type QueuedAct = KeptAct & ({ readonly state: 'WAITING' } | { readonly state: 'DONE'; readonly version: number } | { readonly state: 'REFUSED'; readonly why: Why });

export interface QueueStore {
  keepAct(act: KeptAct): Promise<void>;
  dropAct(key: string): Promise<void>;
  actsOf(person: string, meeting: string): Promise<KeptAct[]>;
}

interface QueueOptions {
  readonly person: string;
  readonly meeting: string;
  readonly store: QueueStore;
  /** Sends one act; throws what went wrong on the way. */
  readonly send: (act: KeptAct) => Promise<Answer>;
  readonly now?: () => number;
  readonly newKey?: () => string;
}

/** What passes by itself: the act waits, and is sent again. */
const PASSING: readonly FaultCode[] = ['UNREACHABLE', 'BUSY', 'THROTTLED', 'INTERNAL', 'UNAUTHENTICATED'];
const LONGEST_WAIT_MS = 20_000;
/** A server that fails at one act must not keep all later ones for ever. */
const MOST_INTERNAL = 4;

/**
 * Every act of one person in one meeting goes through here, with or without network: kept on the device first, then sent,
 * one after the other in the order in which they were done. A lost answer costs nothing, since the same key does the same
 * thing once.
 */
export class ActQueue {
  readonly #options: QueueOptions;
  readonly #listeners = new Set<() => void>();
  #acts: readonly QueuedAct[] = [];
  #sending = false;
  #open = false;
  #held = false;
  #failures = 0;
  #internal = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  get acts(): readonly QueuedAct[] {
    return this.#acts;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Brings what an earlier page left, before anything new. */
  async restore(): Promise<void> {
    const { person, meeting, store } = this.#options;
    this.#held = true;
    const waiting = await store.actsOf(person, meeting);
    this.#held = false;
    const known = new Set(this.#acts.map(({ key }) => key));
    const kept = waiting.filter(({ key }) => !known.has(key));
    this.#set([...kept.map((act) => ({ ...act, state: 'WAITING' as const })), ...this.#acts]);
    this.flush();
  }

  /** Takes an act; it is shown as done by whoever shows the sitting, until the server has it. */
  add(name: string, variables: Readonly<Record<string, unknown>>): QueuedAct {
    const { person, meeting, store, now = Date.now, newKey = () => crypto.randomUUID() } = this.#options;
    // Two acts of one millisecond keep their order.
    this.#last = Math.max(now(), this.#last + 1);
    const act: KeptAct = { key: newKey(), person, meeting, name, variables, at: this.#last };
    const queued: QueuedAct = { ...act, state: 'WAITING' };
    this.#set([...this.#acts, queued]);
    void store.keepAct(act).then(() => {
      // It may have been answered while it was being written.
      if (!this.#acts.some(({ key, state }) => key === act.key && state === 'WAITING')) void store.dropAct(act.key);
    });
    this.flush();
    return queued;
  }

  /** Takes back what was not sent yet, or puts away what was refused. */
  remove(key: string): void {
    this.#set(this.#acts.filter((act) => act.key !== key));
    void this.#options.store.dropAct(key);
  }

  /** The page shows the sitting at this version: what is in it waits no longer. */
  saw(version: number): void {
    const left = this.#acts.filter((act) => act.state !== 'DONE' || act.version > version);
    if (left.length < this.#acts.length) this.#set(left);
  }

  /** Sends now instead of after the next wait, as when the network is back. */
  flush(): void {
    clearTimeout(this.#timer);
    if (!this.#sending) void this.#send();
  }

  /** Begins to send; until then, and after `close`, acts are only kept. */
  open(): void {
    this.#open = true;
    this.flush();
  }

  close(): void {
    this.#open = false;
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    this.#sending = true;
    try {
      for (;;) {
        const act = this.#acts.find(({ state }) => state === 'WAITING');
        if (!act || !this.#open || this.#held) return;
        const answer = await this.#answer(act);
        if (!answer) return this.#later();
        this.#failures = 0;
        this.#internal = 0;
        void this.#options.store.dropAct(act.key);
        this.#set(this.#acts.map((each) => (each.key !== act.key ? each : answer.kind === 'DONE' ? { ...act, state: 'DONE', version: answer.version } : { ...act, state: 'REFUSED', why: answer })));
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Null: not answered yet. */
  async #answer(act: KeptAct): Promise<Answer | null> {
    try {
      return await this.#options.send(act);
    } catch (fault) {
      const code = faultCode(fault);
      if (code === 'INTERNAL') this.#internal += 1;
      return PASSING.includes(code) && this.#internal < MOST_INTERNAL ? null : { kind: 'FAILED', code };
    }
  }

  #later(): void {
    this.#failures += 1;
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.#failures);
    // Waits differ between phones, so that a whole room does not knock at once.
    this.#timer = setTimeout(() => this.flush(), wait / 2 + (Math.random() * wait) / 2);
  }

  #set(acts: readonly QueuedAct[]): void {
    this.#acts = acts;
    for (const listener of this.#listeners) listener();
  }
}

/** Where nothing may stay on the device: a guest's phone, or a browser that keeps nothing. */
export const memoryStore = (): QueueStore => ({ keepAct: async () => {}, dropAct: async () => {}, actsOf: async () => [] });
