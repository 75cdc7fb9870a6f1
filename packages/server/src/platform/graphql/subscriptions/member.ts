import type { SubscribeOperation } from './operation.ts';
import type { Outlet } from './outlet.ts';

/** One message to everybody who asked the same, all but the operation's id. */
export interface Frame {
  /** What the message is about; a newer frame about the same replaces an older one that could not be sent. */
  readonly about: string | null;
  readonly tail: Buffer;
}

/** Past this many bytes waiting in a socket it is slow, and only the newest is kept for it. */
const SLOW_BYTES = 64 * 1024;
/** Past this many different subjects waiting, the page is told to reload instead. */
const MOST_HELD = 32;

/** Small numbers, as pages have them: the same on many sockets, so their heads are kept, and with them frames can be shared. */
const SMALL_NUMBER = /^\d{1,3}$/;
const heads = new Map<string, Buffer>();

function headOf(id: string): Buffer {
  const known = heads.get(id);
  if (known !== undefined) return known;
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  if (SMALL_NUMBER.test(id)) heads.set(id, head);
  return head;
}

/** One operation on one socket. What cannot be sent now is kept conflated: a reader who never comes back costs little. */
export class Member {
  /** False while the session is being asked for again: nothing may be sent. */
  live = true;
  #held = new Map<string | null, Frame>();
  #tooMuch = false;
  readonly #head: Buffer;
  readonly #outlet: Outlet;
  readonly #onEnd: (error: unknown) => void;
  readonly operation: SubscribeOperation;

  constructor(id: string, outlet: Outlet, operation: SubscribeOperation, onEnd: (error: unknown) => void) {
    this.#head = headOf(id);
    this.#outlet = outlet;
    this.operation = operation;
    this.#onEnd = onEnd;
  }

  get waiting(): boolean {
    return this.#tooMuch || this.#held.size > 0;
  }

  /** Whether waiting frames may go now. */
  get ready(): boolean {
    return this.live && this.#outlet.waiting <= SLOW_BYTES;
  }

  /** True when the frame had to wait. */
  deliver(frame: Frame): boolean {
    if (this.ready && !this.waiting) {
      this.#outlet.send(this.#head, frame.tail);
      return false;
    }
    if (this.#tooMuch) return true;
    this.#held.delete(frame.about);
    this.#held.set(frame.about, frame);
    if (this.#held.size > MOST_HELD) {
      this.#held.clear();
      this.#tooMuch = true;
    }
    return true;
  }

  /** Sends what waited; true when it was too much and a RELOAD must be made for it instead. */
  release(): boolean {
    if (this.#tooMuch) {
      this.#tooMuch = false;
      return true;
    }
    const held = this.#held;
    this.#held = new Map();
    for (const frame of held.values()) this.#outlet.send(this.#head, frame.tail);
    return false;
  }

  end(error: unknown): void {
    this.#onEnd(error);
  }
}
