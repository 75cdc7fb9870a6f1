import type { AbstractSqlDriver, SqlEntityManager } from '@mikro-orm/sql';

export type EntityManager = SqlEntityManager<AbstractSqlDriver>;

/**
 * What a transaction may see. `school` is one school's data under row-level security;
 * `gate` finds which school something belongs to; `caster` and `teller` are the two
 * hands of the confidential ballot box. Of a secret ballot `registry` gives out papers and `box` takes them in, neither
 * seeing the other's; `keeper` looks after both, and no request acts as it. Migrations 0001 and 0002 grant each its part.
 */
export type Scope =
  | { readonly role: 'school'; readonly schoolId: string }
  | { readonly role: 'caster'; readonly schoolId: string }
  | { readonly role: 'teller'; readonly schoolId: string }
  | { readonly role: 'registry'; readonly schoolId: string }
  | { readonly role: 'box'; readonly schoolId: string }
  | { readonly role: 'gate' }
  | { readonly role: 'keeper' };

export const school = (schoolId: string): Scope => ({ role: 'school', schoolId });
export const caster = (schoolId: string): Scope => ({ role: 'caster', schoolId });
export const teller = (schoolId: string): Scope => ({ role: 'teller', schoolId });
export const registry = (schoolId: string): Scope => ({ role: 'registry', schoolId });
export const box = (schoolId: string): Scope => ({ role: 'box', schoolId });
export const gate: Scope = { role: 'gate' };
export const keeper: Scope = { role: 'keeper' };

/** Runs statements one at a time; an EntityManager inside a transaction is one, and so is {@link Database.under}. */
export interface Statements {
  /** `?` marks a value's place; rows come as objects. */
  execute<T extends object = Record<string, unknown>[]>(sql: string, params?: readonly unknown[]): Promise<T>;
}

/** What a hearer is told about its connection; on the embedded engine there is none to lose. */
export interface Watch {
  lost?(): void;
  /** Hearing again. Whatever was sent meanwhile was missed: read the state afresh. */
  back?(): void;
}

/** One engine, two homes: PostgreSQL, or PGlite embedded in this process. */
export interface Database {
  readonly kind: 'postgresql' | 'pglite';
  /**
   * Runs `work` in one transaction under `scope`, on a fresh EntityManager; commits when it resolves.
   * Retries on 40001 (serialization) and 40P01 (deadlock), at most `RETRIES` times, so `work` must be
   * free of effects outside the transaction. Never nest: the embedded database has one connection.
   */
  transaction<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T>;
  /**
   * Plain SQL under `scope`, each statement a transaction of its own in one round trip, retried like one:
   * the way of every list, page and cast. For statements that belong together, or entities, see `transaction`.
   */
  under(scope: Scope): Statements;
  /**
   * The same for values that nobody may read over the database's shoulder: they travel beside the statement and never
   * in it, so a failed or a slow statement in the database's log, or in its list of what runs, tells nothing. Its text stays prepared, so it must be one of few, written in the source.
   */
  sealed(scope: Scope): Statements;
  /** A fresh EntityManager whose every statement runs under `scope`, each in a short transaction of its own. */
  fork(scope: Scope): EntityManager;
  /**
   * Calls `heard` for each NOTIFY on `channel` until the returned function is awaited. A dropped
   * connection comes back by itself; `watch` says when, because notifications in between are lost.
   */
  listen(channel: string, heard: (payload: string) => void, watch?: Watch): Promise<() => Promise<void>>;
  /** Runs statements as the migrating owner; only for jobs' own schema and maintenance, never for a school's data. */
  executeAsOwner(sql: string, params?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Tells the planner how much there is now; after much was written at once, and the embedded engine never does it by itself. */
  analyze(): Promise<void>;
  /**
   * Writes a table's file anew, by the owner, so that nothing of what was deleted is left in it, nor any order but that of
   * its rows now. Nobody reads or writes the table meanwhile. @throws when the file is still the old one.
   */
  rewrite(table: string): Promise<void>;
  /** Answers in under a second, or throws. */
  ping(): Promise<void>;
  migrationsPending(): Promise<number>;
  close(): Promise<void>;
}
