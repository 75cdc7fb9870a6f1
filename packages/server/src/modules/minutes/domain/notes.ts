import { type MinutesState, refusedIn } from './minutes-states.ts';
import { type MinutesDecision, refuseMinutes } from './refusal.ts';

/** What the notes of one meeting may grow to, and one change of them. */
export const NOTES_LIMITS = {
  /** Bytes of one change: a pasted page, not a book. */
  change: 64 * 1024,
  /** UTF-16 units of all notes of a meeting together. */
  text: 200_000,
  /** Bytes of the whole document with what was deleted in it. */
  document: 4 * 1024 * 1024,
} as const;

/** The text of no item. */
export const GENERAL = 'general';

/** The name of an item's text in the document. */
export const textOfItem = (itemId: string | null): string => (itemId === null ? GENERAL : `item:${itemId}`);

const ITEM_TEXT = /^item:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The item that a text of the document is about; null: the general notes; undefined: there is no such text. */
export function itemOfText(name: string): string | null | undefined {
  return name === GENERAL ? null : ITEM_TEXT.exec(name)?.[1];
}

/** Notes are taken from the call to order until the minutes are circulated, and again once they are taken back. */
export function decideTakeNotes(state: MinutesState, calledToOrder: boolean): MinutesDecision {
  if (!calledToOrder) return refuseMinutes('NOT_CALLED_TO_ORDER');
  return state === 'DRAFT' ? { ok: true } : refuseMinutes(refusedIn(state), [state]);
}

/** How long somebody who has shown where they write is taken to be there, in seconds. */
export const CARET_SECONDS = 40;
