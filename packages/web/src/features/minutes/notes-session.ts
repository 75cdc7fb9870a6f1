import * as Y from 'yjs';
import { type FaultCode, faultCode } from '../../apollo/faults.ts';
import type { MinutesRefusalReason } from '../../gql/graphql.ts';
import type { KeptNotes } from '../../lib/notes-store.ts';

export interface Writer {
  readonly device: string;
  readonly name: string;
  /** Null: in the general notes. */
  readonly itemId: string | null;
  readonly anchor: Uint8Array | null;
  readonly head: Uint8Array | null;
}

export interface NotesRead {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly writable: boolean;
  readonly writers: readonly Writer[];
}

export type PushAnswer =
  | { readonly kind: 'TAKEN'; readonly seq: number }
  | { readonly kind: 'REFUSED'; readonly reason: MinutesRefusalReason; readonly stateVector: Uint8Array };

export interface Caret {
  readonly itemId: string | null;
  readonly anchor: Uint8Array;
  readonly head: Uint8Array;
}

/** The way to the server; each throws what went wrong on it. */
export interface NotesLine {
  /** Null: not, or no longer, of those who write here. */
  read(stateVector: Uint8Array): Promise<NotesRead | null>;
  since(seq: number): Promise<{ readonly seq: number; readonly updates: readonly Uint8Array[] } | null>;
  push(key: string, update: Uint8Array): Promise<PushAnswer>;
  show(device: string, caret: Caret | null): Promise<void>;
}

export interface NotesShelf {
  keep(notes: Pick<KeptNotes, 'state' | 'waiting'>): Promise<boolean>;
  load(): Promise<Pick<KeptNotes, 'state' | 'waiting'> | null>;
  drop(): Promise<unknown>;
}

export interface NotesState {
  /** OPENING: nothing to show yet. CLOSED: the notes are not taken any more. GONE: somebody else writes here now. */
  readonly phase: 'OPENING' | 'OPEN' | 'CLOSED' | 'GONE' | 'FAILED';
  /** WAITING: on its way. OFFLINE: kept here until there is a connection. UNKEPT: not even that. */
  readonly saving: 'SAVED' | 'WAITING' | 'OFFLINE' | 'UNKEPT';
  /** Why the server takes nothing more of what was typed here. */
  readonly refused: MinutesRefusalReason | null;
  readonly fault: FaultCode | null;
  /** Nothing of what others wrote was ever here. */
  readonly unread: boolean;
  readonly writers: readonly Writer[];
}

/** Who changed the document, where it was not a hand on this device. */
const SERVER = 'server';
const KEPT = 'kept';

/** What is put together in one change: far below what the server takes at once. */
const MOST_BYTES = 48 * 1024;
const PASSING: readonly FaultCode[] = ['UNREACHABLE', 'BUSY', 'THROTTLED', 'INTERNAL', 'UNAUTHENTICATED'];
/** Letters of a word go together, and others still see them come. */
const TYPING_MS = 350;
const KEEPING_MS = 150;
const LONGEST_WAIT_MS = 15_000;
/** Others see for 40 seconds where somebody writes. */
const STILL_HERE_MS = 20_000;
const CARET_MS = 900;

/** What happens after a wait. */
type Waiting = 'push' | 'keep' | 'retry' | 'caret' | 'here';

/**
 * The notes of one meeting on one device: a document that takes what is typed at once, with or without network, keeps it
 * on the disk, sends it until the server has it, and follows what others type.
 */
export class NotesSession {
  readonly doc = new Y.Doc();
  readonly device = crypto.randomUUID();
  readonly #line: NotesLine;
  readonly #shelf: NotesShelf;
  readonly #listeners = new Set<() => void>();
  #state: NotesState = { phase: 'OPENING', saving: 'SAVED', refused: null, fault: null, unread: true, writers: [] };
  #seq = -1;
  /** Not yet answered, in order; the first `#sent` of them are on their way. */
  #waiting: Uint8Array[] = [];
  #sent = 0;
  #going: { readonly key: string; readonly update: Uint8Array } | null = null;
  #busy = false;
  #asking = false;
  #heard = -1;
  #held: Uint8Array[] | null = null;
  #failures = 0;
  #closed = false;
  readonly #timers: Partial<Record<Waiting, ReturnType<typeof setTimeout>>> = {};
  #caret: Caret | null = null;
  #shownAt = 0;

  constructor(line: NotesLine, shelf: NotesShelf) {
    this.#line = line;
    this.#shelf = shelf;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === SERVER || origin === KEPT) return;
      this.#waiting.push(update);
      this.#tell({ saving: this.#state.saving === 'OFFLINE' ? 'OFFLINE' : 'WAITING' });
      this.#later('keep', KEEPING_MS, () => void this.#keep());
      this.#later('push', TYPING_MS, () => void this.flush());
    });
  }

  get state(): NotesState { return this.#state; }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  text(itemId: string | null): Y.Text { return this.doc.getText(itemId === null ? 'general' : `item:${itemId}`); }

  /** Brings what this device has kept, then what the server has. */
  async open(): Promise<void> {
    const kept = await this.#shelf.load();
    if (this.#closed) return;
    if (kept && kept.state.length > 0) {
      Y.applyUpdate(this.doc, kept.state, KEPT);
      this.#waiting = [...kept.waiting, ...this.#waiting];
      this.#tell({ unread: false });
    }
    await this.read();
  }

  /** Asks for all that this device lacks, and sends what the server does. */
  async read(): Promise<void> {
    if (this.#closed) return;
    try {
      const read = await this.#line.read(Y.encodeStateVector(this.doc));
      if (this.#closed) return;
      if (read === null) return this.#tell({ phase: 'GONE' });
      this.#failures = 0;
      this.#follow([read.update]);
      this.#seq = Math.max(this.#seq, read.seq);
      const waits = this.#waiting.length > 0;
      // What was refused only because the minutes were sent is taken once they are taken back.
      const refused = !read.writable ? (waits ? 'WRONG_STATE' : null) : this.#state.phase === 'CLOSED' ? null : this.#state.refused;
      this.#tell({ phase: read.writable ? 'OPEN' : 'CLOSED', refused, fault: null, unread: false, writers: read.writers, saving: waits ? 'WAITING' : 'SAVED' });
      if (read.writable) void this.flush();
    } catch (thrown) {
      this.#failed(thrown, () => void this.read());
    }
  }

  /** Somebody typed, somewhere: the notes have come that far. Or they were closed by whoever sent the minutes, or opened again. */
  hear(seq: number, writers: readonly Writer[], writable: boolean): void {
    this.#heard = Math.max(this.#heard, seq);
    this.#tell({ writers });
    void (writable === (this.#state.phase !== 'CLOSED') ? this.#catchUp() : this.read());
  }

  /** While a word is being composed in a field nothing may change under it. */
  hold(composing: boolean): void {
    if (composing) this.#held ??= [];
    else if (this.#held) {
      const held = this.#held;
      this.#held = null;
      if (held.length > 0) this.#follow(held);
    }
  }

  /** Sends what waits, now; a change whose answer was lost goes again under the same key. */
  async flush(): Promise<void> {
    clearTimeout(this.#timers.push);
    if (this.#busy || this.#closed || this.#state.phase !== 'OPEN' || this.#state.refused) return;
    this.#busy = true;
    try {
      while (this.#waiting.length > 0 && !this.#closed) {
        this.#going ??= this.#next();
        const answer = await this.#line.push(this.#going.key, this.#going.update);
        this.#failures = 0;
        if (answer.kind === 'REFUSED') {
          if (this.#refused(answer)) continue;
          return;
        }
        this.#waiting.splice(0, this.#sent);
        [this.#going, this.#sent] = [null, 0];
        if (answer.seq === this.#seq + 1) this.#seq = answer.seq;
        this.#heard = Math.max(this.#heard, answer.seq);
        void this.#catchUp();
        this.#later('keep', KEEPING_MS, () => void this.#keep());
      }
      this.#tell({ saving: 'SAVED', fault: null });
    } catch (thrown) {
      this.#failed(thrown, () => void this.flush());
    } finally {
      this.#busy = false;
    }
  }

  /** Shows the others where the caret is; null: nowhere any more. */
  showCaret(caret: Caret | null): void {
    this.#caret = caret;
    const wait = caret === null ? 0 : Math.max(0, this.#shownAt + CARET_MS - Date.now());
    this.#later('caret', wait, () => this.#show());
  }

  /** Whoever typed what was not taken has it, and wants it here no more. */
  async discard(): Promise<void> {
    if (this.#state.phase !== 'CLOSED') return;
    this.#waiting = [];
    [this.#going, this.#sent] = [null, 0];
    this.#tell({ refused: null, saving: 'SAVED' });
    await this.#keep();
  }

  /** Ends it; what waits stays on the disk. */
  async close(): Promise<void> {
    if (this.#closed) return;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    if (this.#shownAt > 0) void this.#line.show(this.device, null).catch(() => {});
    await this.#keep();
    this.#closed = true;
    this.doc.destroy();
  }

  #next(): { key: string; update: Uint8Array } {
    let [bytes, count] = [0, 0];
    for (const update of this.#waiting) {
      if (count > 0 && bytes + update.length > MOST_BYTES) break;
      bytes += update.length;
      count += 1;
    }
    this.#sent = count;
    const [first, ...more] = this.#waiting.slice(0, count);
    return { key: crypto.randomUUID(), update: more.length === 0 ? first! : Y.mergeUpdates([first!, ...more]) };
  }

  /** Whether to go on: the server lacks something in between, which is sent once. */
  #refused({ reason, stateVector }: Extract<PushAnswer, { kind: 'REFUSED' }>): boolean {
    const missing = reason === 'CHANGES_MISSING' && this.#failures === 0 ? Y.encodeStateAsUpdate(this.doc, stateVector) : null;
    if (missing && !(this.#sent === 1 && same(this.#waiting[0]!, missing))) {
      this.#waiting = [missing];
      [this.#going, this.#sent] = [null, 0];
      return true;
    }
    this.#tell(reason === 'WRONG_STATE' || reason === 'NOT_CALLED_TO_ORDER' ? { phase: 'CLOSED', refused: reason } : { refused: reason });
    return false;
  }

  #failed(thrown: unknown, again: () => void): void {
    const code = faultCode(thrown);
    if (code === 'NOT_FOUND') return this.#tell({ phase: 'GONE' });
    const empty = this.#state.phase === 'OPENING';
    // A meeting goes on without network: what is typed joins what others wrote once it is heard of.
    const writable = empty && code === 'UNREACHABLE';
    this.#tell({ fault: code, saving: this.#state.saving === 'UNKEPT' ? 'UNKEPT' : 'OFFLINE', phase: writable ? 'OPEN' : empty ? 'FAILED' : this.#state.phase });
    if (!PASSING.includes(code)) return;
    this.#failures += 1;
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.#failures);
    // Waits differ between devices, so that they do not all knock at once.
    this.#later('retry', wait / 2 + (Math.random() * wait) / 2, again);
  }

  async #catchUp(): Promise<void> {
    if (this.#asking || this.#closed || this.#seq < 0) return;
    this.#asking = true;
    try {
      while (this.#heard > this.#seq && !this.#closed) {
        const since = await this.#line.since(this.#seq);
        if (since === null) return this.#tell({ phase: 'GONE' });
        this.#follow(since.updates);
        if (since.seq <= this.#seq) break;
        this.#seq = since.seq;
      }
    } catch {
      // The next message asks again, and so does the return of the connection.
    } finally {
      this.#asking = false;
    }
  }

  #follow(updates: readonly Uint8Array[]): void {
    if (this.#held) this.#held.push(...updates);
    else for (const update of updates) Y.applyUpdate(this.doc, update, SERVER);
    this.#later('keep', KEEPING_MS, () => void this.#keep());
  }

  /** Once the notes are taken no more, only what never arrived stays on the device, for whoever typed it. */
  async #keep(): Promise<void> {
    clearTimeout(this.#timers.keep);
    if (this.#state.phase === 'GONE' || (this.#state.phase === 'CLOSED' && this.#waiting.length === 0)) return void await this.#shelf.drop();
    const kept = await this.#shelf.keep({ state: Y.encodeStateAsUpdate(this.doc), waiting: [...this.#waiting] });
    if (!kept && this.#waiting.length > 0 && this.#state.saving === 'OFFLINE') this.#tell({ saving: 'UNKEPT' });
  }

  #show(): void {
    clearTimeout(this.#timers.here);
    if (this.#state.phase !== 'OPEN') return;
    this.#shownAt = Date.now();
    void this.#line.show(this.device, this.#caret).catch(() => {});
    if (this.#caret) this.#later('here', STILL_HERE_MS, () => this.#show());
  }

  #later(name: Waiting, wait: number, act: () => void): void {
    clearTimeout(this.#timers[name]);
    if (!this.#closed) this.#timers[name] = setTimeout(act, wait);
  }

  #tell(news: Partial<NotesState>): void {
    this.#state = { ...this.#state, ...news };
    for (const listener of this.#listeners) listener();
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);
