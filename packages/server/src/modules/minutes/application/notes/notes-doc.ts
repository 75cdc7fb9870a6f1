import * as Y from 'yjs';
import { NOTES_LIMITS, itemOfText } from '../../domain/notes.ts';
import type { NotesRefusalReason } from '../../domain/refusal.ts';

/** A change that was looked at and found to be text by one hand, or why it is not. */
export type ReadChange = { readonly ok: true; readonly clients: readonly number[] } | { readonly ok: false; readonly reason: NotesRefusalReason };

export type TakenChange =
  /** Null: nothing in it was new. */
  | { readonly ok: true; readonly change: Uint8Array | null }
  | { readonly ok: false; readonly reason: NotesRefusalReason };

const refuse = (reason: NotesRefusalReason) => ({ ok: false, reason } as const);

/** The newest number a client may reach: more than anybody types, and far below where numbers lose their ones. */
const MOST_CLOCK = 2 ** 31;

/**
 * The notes of one meeting as a server works on them: plain texts, one for each item. After a change was refused the
 * document may be in any state and must be let go of; before that it is exactly what was taken.
 */
export class NotesDoc {
  readonly #doc = new Y.Doc();

  /** @param changes a snapshot and what followed it, in order. */
  constructor(changes: readonly Uint8Array[]) {
    for (const change of changes) this.follow(change);
  }

  /** Applies what was taken before. */
  follow(change: Uint8Array): void {
    Y.applyUpdate(this.#doc, change);
  }

  /**
   * Looks into a change without applying it: that it parses, has nothing but text in it, in texts that `isText` knows,
   * and leaves nothing out in between. Answers which clients it has something new of.
   */
  read(update: Uint8Array, isText: (itemId: string | null) => boolean): ReadChange {
    if (update.length > NOTES_LIMITS.change) return refuse('TOO_LARGE');
    let decoded: ReturnType<typeof Y.decodeUpdate>;
    try {
      decoded = Y.decodeUpdate(update);
    } catch {
      return refuse('BROKEN');
    }
    const known = Y.decodeStateVector(Y.encodeStateVector(this.#doc));
    const clients = new Set<number>();
    for (const struct of decoded.structs) {
      const { client, clock } = struct.id;
      const end = clock + struct.length;
      if (!Number.isSafeInteger(client) || client < 0 || end > MOST_CLOCK || struct.length < 1) return refuse('BROKEN');
      if (struct instanceof Y.Item) {
        const { parent, parentSub, content } = struct;
        if (!(content instanceof Y.ContentString || content instanceof Y.ContentDeleted) || parentSub !== null) return refuse('NOT_TEXT');
        if (parent !== null) {
          if (typeof parent !== 'string') return refuse('NOT_TEXT');
          const itemId = itemOfText(parent);
          if (itemId === undefined || !isText(itemId)) return refuse('NO_SUCH_TEXT');
        }
      } else if (!(struct instanceof Y.GC)) {
        return refuse('CHANGES_MISSING');
      }
      if (end > (known.get(client) ?? 0)) clients.add(client);
    }
    return { ok: true, clients: [...clients] };
  }

  /** Applies a change that {@link read} found good. */
  take(update: Uint8Array): TakenChange {
    const made: Uint8Array[] = [];
    const note = (change: Uint8Array) => { made.push(change); };
    this.#doc.on('update', note);
    try {
      Y.applyUpdate(this.#doc, update);
    } catch {
      return refuse('BROKEN');
    } finally {
      this.#doc.off('update', note);
    }
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs !== null || pendingDs !== null) return refuse('CHANGES_MISSING');
    if (this.length > NOTES_LIMITS.text) return refuse('NOTES_FULL');
    return { ok: true, change: made.length === 0 ? null : Y.mergeUpdates(made) };
  }

  /** UTF-16 units of all texts. */
  get length(): number {
    return this.#names().reduce((sum, name) => sum + this.#doc.getText(name).length, 0);
  }

  /** Every text that says something, by its name. */
  texts(): ReadonlyMap<string, string> {
    return new Map(this.#names().map((name) => [name, this.#doc.getText(name).toString()] as const).filter(([, text]) => text !== ''));
  }

  whole(): Uint8Array { return Y.encodeStateAsUpdate(this.#doc); }

  stateVector(): Uint8Array { return Y.encodeStateVector(this.#doc); }

  #names(): string[] { return [...this.#doc.share.keys()]; }
}

/** What a device that has `stateVector` lacks; everything where that cannot be read. */
export function lackedBy(whole: Uint8Array, stateVector: Uint8Array | null): Uint8Array {
  if (stateVector === null) return whole;
  try {
    return Y.diffUpdate(whole, stateVector);
  } catch {
    return whole;
  }
}

export const merged = (changes: readonly Uint8Array[]): Uint8Array => (changes.length === 1 ? changes[0]! : Y.mergeUpdates([...changes]));

export const stateVectorOf = (whole: Uint8Array): Uint8Array => Y.encodeStateVectorFromUpdate(whole);

/** A document in which nobody has written anything. */
export const EMPTY: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc());
