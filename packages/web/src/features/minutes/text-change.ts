/** One stretch of a text replaced by another: the least that was done to it. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

const isHigh = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text.charAt(at));
const isLow = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at));

/**
 * What turned `before` into `after`. Where several answers would do, as when a letter is typed among its own kind, the
 * caret tells which: it stands behind what was typed. Never splits a character of two units.
 * @param caret index in `after`; null where none is known.
 * @returns null when nothing changed.
 */
export function changeOf(before: string, after: string, caret: number | null): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  // What stands behind the caret was there before.
  const most = Math.min(shorter, caret === null ? shorter : after.length - caret);
  let tail = 0;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  let head = 0;
  while (head < shorter - tail && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  // The caret was no help, as after a deletion elsewhere: the rest of the common end belongs to it as well.
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  if (head > 0 && isHigh(before, head - 1) && (isLow(before, head) || isLow(after, head))) head -= 1;
  if (tail > 0 && isLow(after, after.length - tail) && (isHigh(before, before.length - tail - 1) || isHigh(after, after.length - tail - 1))) tail -= 1;
  return { index: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
}

/** A step of a change that came from elsewhere, as Yjs tells it. */
export type Step = { readonly retain?: number; readonly insert?: unknown; readonly delete?: number };

/** Where a place in a text is, once somebody else has changed it: a place right at what was put in stays before it. */
export function placeAfter(place: number, steps: readonly Step[]): number {
  let [at, moved] = [0, place];
  for (const { retain, insert, delete: gone } of steps) {
    if (retain !== undefined) at += retain;
    else if (typeof insert === 'string') {
      if (at < moved) moved += insert.length;
      at += insert.length;
    } else if (gone !== undefined && at < moved) moved -= Math.min(gone, moved - at);
  }
  return moved;
}
