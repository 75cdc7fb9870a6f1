import type { MikroORM } from '@mikro-orm/core';
import type { Database, EntityManager, Scope } from './database.ts';
import { migrations } from './migrations/index.ts';
import { enterScope, numbered, oneMessage } from './one-message.ts';
import { withRetry } from './retry.ts';
import { sessionContext } from './session-context.ts';

/** Options both engines share: no session may outlive its transaction, no debug log may hold a parameter. */
export const sharedOptions = {
  migrations: { migrationsList: migrations, snapshot: false, tableName: 'plenary_migration', silent: true },
  sessionContext: 'transaction',
  debug: false,
  allowGlobalContext: false,
} as const;

const PING_MS = 1000;

type Port = Pick<Database, 'kind' | 'listen' | 'executeAsOwner' | 'close'> & {
  /** Runs one statement as the owner and in no transaction, for those that refuse to run in one. */
  alone(sql: string): Promise<void>;
  /** Sends one message of the simple protocol on a connection that may do nothing of itself; rows of its last statement. */
  send(message: string): Promise<object[]>;
  /** Runs one statement, its places numbered, in a transaction that `enter` has put under a scope; its values never become text. */
  sendApart(enter: string, sql: string, params: readonly unknown[]): Promise<object[]>;
};

/** The part of {@link Database} that is the same on both engines. */
export function ormDatabase(orm: MikroORM, { send, sendApart, alone, ...port }: Port): Database {
  const fork = (scope: Scope) =>
    orm.em.fork({ session: sessionContext(scope) } as Parameters<typeof orm.em.fork>[0]) as unknown as EntityManager;
  return {
    ...port,
    fork,
    under: (scope) => ({
      execute: async <T extends object>(sql: string, params: readonly unknown[] = []) =>
        await withRetry(() => send(oneMessage(scope, sql, params))) as T,
    }),
    sealed: (scope) => ({
      execute: async <T extends object>(sql: string, params: readonly unknown[] = []) =>
        await withRetry(() => sendApart(enterScope(scope), numbered(sql, params), params)) as T,
    }),
    transaction: (scope, work) => withRetry(() => fork(scope).transactional((em) => work(em as EntityManager))),
    async analyze() {
      await port.executeAsOwner('analyze');
    },
    async rewrite(table) {
      const file = async () => (await port.executeAsOwner('select pg_relation_filenode($1::regclass) as file', [table])).rows[0]!['file'];
      const before = await file();
      await alone(`vacuum full ${table}`);
      // Of a table that is not its own the database only warns, and skips it.
      if (await file() === before) throw new Error('a table was not rewritten: its owner is another role');
    },
    async ping() {
      const tooLate = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error('the database does not answer')), PING_MS).unref();
      });
      await Promise.race([port.executeAsOwner('select 1'), tooLate]);
    },
    async migrationsPending() {
      const { rows } = await port.executeAsOwner('select name from plenary_migration');
      const done = new Set(rows.map((row) => row['name']));
      return migrations.filter(({ name }) => !done.has(name)).length;
    },
  };
}
