import * as Y from 'yjs';
import { changeOf, placeAfter } from './text-change.ts';

/** Longer pastes are taken in pieces, so that no change is larger than the server takes. */
const PIECE = 12_000;

/** What a binding needs of a field; a `<textarea>` is one. */
export type TextField = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd' | 'selectionDirection' | 'setSelectionRange'>;

/**
 * Keeps a field and a shared text equal: what is typed becomes the least change, what others change comes in around the
 * caret. While a word is being composed, as on a phone's keyboard, nothing may come in: `hold` tells whoever applies it.
 */
export class TextBinding {
  readonly undo: Y.UndoManager;
  readonly #seen: (text: string) => void;
  readonly #text: Y.Text;
  readonly #field: TextField;
  /** What the field and the text have in common. */
  #shown: string;

  constructor(text: Y.Text, field: TextField, seen: (text: string) => void = () => {}) {
    this.#text = text;
    this.#field = field;
    this.#seen = seen;
    this.#shown = text.toString();
    field.value = this.#shown;
    // Only what was done here is undone here.
    this.undo = new Y.UndoManager(text, { trackedOrigins: new Set([this]), captureTimeout: 500 });
    text.observe(this.#followed);
    seen(this.#shown);
  }

  /** The field was typed into. */
  typed(): void {
    const { value, selectionStart, selectionEnd } = this.#field;
    const change = changeOf(this.#shown, value, selectionStart === selectionEnd ? selectionStart : null);
    if (!change) return;
    this.#shown = value;
    const { index, remove, insert } = change;
    const pieces = piecesOf(insert);
    this.#text.doc!.transact(() => {
      if (remove > 0) this.#text.delete(index, remove);
      if (pieces.length > 0) this.#text.insert(index, pieces[0]!);
    }, this);
    let at = index + (pieces[0]?.length ?? 0);
    for (const piece of pieces.slice(1)) {
      const from = at;
      this.#text.doc!.transact(() => this.#text.insert(from, piece), this);
      at += piece.length;
    }
    this.#seen(this.#shown);
  }

  /** Where the caret is, in a way that stays right while others type. */
  caret(): { anchor: Uint8Array; head: Uint8Array } {
    const { selectionStart, selectionEnd, selectionDirection } = this.#field;
    const place = (index: number) => Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(this.#text, Math.min(index, this.#text.length)));
    const backward = selectionDirection === 'backward';
    return { anchor: place(backward ? selectionEnd : selectionStart), head: place(backward ? selectionStart : selectionEnd) };
  }

  leave(): void {
    this.#text.unobserve(this.#followed);
    this.undo.destroy();
  }

  readonly #followed = ({ delta, transaction }: Y.YTextEvent): void => {
    if (transaction.origin === this) return;
    const field = this.#field;
    const mine = transaction.origin === this.undo;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    this.#shown = this.#text.toString();
    field.value = this.#shown;
    if (mine) {
      const end = endOf(delta);
      field.setSelectionRange(end, end);
    } else field.setSelectionRange(placeAfter(selectionStart, delta), placeAfter(selectionEnd, delta), selectionDirection ?? undefined);
    this.#seen(this.#shown);
  };
}

/** Where the last step of a change ends: there the eye looks after an undo. */
function endOf(delta: readonly { retain?: number; insert?: unknown }[]): number {
  let [at, end] = [0, 0];
  for (const { retain, insert } of delta) {
    at += retain ?? (typeof insert === 'string' ? insert.length : 0);
    if (retain === undefined) end = at;
  }
  return end;
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + PIECE);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/** Where somebody's caret is in a text now; null when what it was in is gone or of another text. */
export function placeIn(text: Y.Text, position: Uint8Array): number | null {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(position), text.doc!);
    return found?.type === text ? found.index : null;
  } catch {
    return null;
  }
}
