import type { MessageKind, Said, WordsOf } from './message.ts';

/** How a language says what people wrote and when. */
export interface Saying {
  /** What people wrote, in the reader's language where it is there. */
  said(said: Said): string;
  /** For example "Thursday, December 3, 2026 at 5:30 PM", where the environment is. */
  moment(at: Date): string;
  /** The same without the hour, of a moment or of a day (`yyyy-mm-dd`). */
  day(day: Date | string): string;
}

export interface Wording { readonly title: string; readonly body: string }

/** Every kind's words in one language. */
export type Templates = { readonly [K in MessageKind]: (words: WordsOf[K], saying: Saying) => Wording };
