import type { MikroORM } from '@mikro-orm/core';
import type { Database, EntityManager, Scope } from './database.ts';
import { migrations } from './migrations/index.ts';
import { withRetry } from './retry.ts';
import { sessionContext } from './session-context.ts';

/** Options both engines share: no session may outlive its transaction, no debug log may hold a parameter. */
export const sharedOptions = {
  migrations: { migrationsList: migrations, snapshot: false, tableName: 'plenary_migration', silent: true },
  sessionContext: 'transaction',
  debug: false,
  allowGlobalContext: false,
} as const;

type Port = Pick<Database, 'kind' | 'listen' | 'executeAsOwner' | 'close'>;

/** The part of {@link Database} that is the same on both engines. */
export function ormDatabase(orm: MikroORM, port: Port): Database {
  const fork = (scope: Scope) =>
    orm.em.fork({ session: sessionContext(scope) } as Parameters<typeof orm.em.fork>[0]) as unknown as EntityManager;
  return {
    ...port,
    fork,
    transaction: (scope, work) => withRetry(() => fork(scope).transactional((em) => work(em as EntityManager))),
    async analyze() {
      await port.executeAsOwner('analyze');
    },
    async ping() {
      await port.executeAsOwner('select 1');
    },
    async migrationsPending() {
      const { rows } = await port.executeAsOwner('select name from plenary_migration');
      const done = new Set(rows.map((row) => row['name']));
      return migrations.filter(({ name }) => !done.has(name)).length;
    },
  };
}
