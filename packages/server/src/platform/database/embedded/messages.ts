import type { Results } from '@electric-sql/pglite';

/** What the thread of the application asks of the thread of the database, one at a time. */
export type Request =
  | { readonly id: number; readonly ask: 'query'; readonly sql: string; readonly params: readonly unknown[] }
  | { readonly id: number; readonly ask: 'exec'; readonly sql: string }
  | { readonly id: number; readonly ask: 'close' };

export type Reply =
  | { readonly id: number; readonly results: Results[] }
  | { readonly id: number; readonly error: DatabaseFault }
  | { readonly heard: string; readonly payload: string };

/** A database error's own words; the driver's copies of statement and values stay where they are. */
export interface DatabaseFault {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly schema?: string;
}

export const FAULT_FIELDS = ['message', 'code', 'detail', 'constraint', 'table', 'column', 'schema'] as const;
