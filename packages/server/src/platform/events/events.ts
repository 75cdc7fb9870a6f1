import type { Statements } from '../database/database.ts';

/** Something happened to a subject. Ids only; whoever cares re-reads under its own policy. */
export interface Happening {
  readonly schoolId: string;
  /** What subscribers listen to, for example `ballot:<id>` or `environment:<id>`. */
  readonly topic: string;
  /** For example `ballot.opened`. */
  readonly kind: string;
  readonly subjectId: string;
}

/** A happening told again, and where a reader stands that has been told up to it. */
export interface Replayed extends Happening {
  readonly cursor: string;
}

/** How a subscription that names a cursor is taken up again; `cursor` is where it then stands. */
export type Resume =
  | { readonly answer: 'LIVE'; readonly cursor: string }
  | { readonly answer: 'REPLAYED'; readonly cursor: string; readonly happenings: readonly Replayed[] }
  | { readonly answer: 'RELOAD'; readonly cursor: string };

/** What came while the reader was busy, as one. */
export interface Change {
  /** Where a reader stands once it has handled this; earlier than the newest, never later than is safe. */
  readonly cursor: string;
  /** Subjects of the happenings, each once; empty after a mere nudge. */
  readonly subjects: readonly string[];
  /** Something may have been lost (a dropped connection, too much at once): `resume` from the last cursor. */
  readonly missed: boolean;
}

/** Live feed between servers and towards subscriptions. */
export interface Events {
  /** Writes outbox rows and a `pg_notify` in the caller's transaction: nothing is heard unless it commits. */
  record(em: Statements, happenings: readonly Happening[]): Promise<void>;
  /** A nudge without an outbox row (turnout timers, progress): heard if heard, never replayed. */
  nudge(topic: string): Promise<void>;
  /**
   * "Something changed" on any of `topics`, conflated: however many happenings came while the last value
   * was being handled, the next is one. Ends when `signal` aborts. A slow reader costs one flag.
   */
  changes(topics: readonly string[], signal: AbortSignal): AsyncIterable<Change>;
  /**
   * Calls `heard` with the topic of everything that happens, before any reader of {@link changes} learns of it: for
   * whoever remembers something, and must have forgotten it by then. Null: something was missed, no one knows what.
   */
  overhear(heard: (topic: string | null) => void): void;
  /** The newest position a reader could have seen everything up to. */
  cursor(): Promise<string>;
  /** What happened on `topics` since `cursor`. RELOAD when it is too old, malformed, or too much. */
  resume(schoolId: string, topics: readonly string[], cursor: string): Promise<Resume>;
}
