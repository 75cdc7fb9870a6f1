import type { Results } from '@electric-sql/pglite';

/** Statements inside one transaction. */
export interface Statements {
  query<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<Results<T>>;
  /** Several statements at once, without parameters; one result for each. */
  exec(sql: string): Promise<Results[]>;
}

/** What this project needs of an embedded PostgreSQL, whether it runs in this thread or in one of its own. */
export interface Engine extends Statements {
  readonly ready: boolean;
  readonly closed: boolean;
  readonly waitReady: Promise<void>;
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /** For statements that refuse to run in a transaction: each by itself, and nobody else's in between. */
  alone?(work: (exec: (sql: string) => Promise<Results[]>) => Promise<void>): Promise<void>;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
