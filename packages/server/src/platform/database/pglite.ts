import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/pglite';
import type { ConnectOptions } from './connect.ts';
import type { Database } from './database.ts';
import { parsers } from './pglite-parsers.ts';
import { ormDatabase, sharedOptions } from './orm-database.ts';

/** PostgreSQL in this process, in `dataDir/pglite`; one connection, so transactions run one after another. */
export async function connectPglite(options: ConnectOptions): Promise<Database> {
  await mkdir(options.dataDir, { recursive: true });
  const pglite = await PGlite.create({ dataDir: join(options.dataDir, 'pglite'), parsers });
  return openPglite(pglite, options.entities);
}

export async function openPglite(pglite: PGlite, entities: ConnectOptions['entities']): Promise<Database> {
  const orm = await MikroORM.init({
    ...sharedOptions,
    dbName: 'plenary',
    entities: [...entities],
    extensions: [Migrator],
    driverOptions: { pglite: () => pglite },
  });
  await orm.migrator.up();
  await pglite.exec('set role plenary_none');
  return ormDatabase(orm, {
    kind: 'pglite',
    listen: async (channel, heard) => {
      const stop = await pglite.listen(channel, heard);
      return async () => { await stop(); };
    },
    executeAsOwner: (sql, params) =>
      pglite.transaction(async (tx) => {
        await tx.exec('set local role none');
        if (params?.length) return { rows: (await tx.query<Record<string, unknown>>(sql, [...params])).rows };
        return { rows: (await tx.exec(sql)).flatMap((each) => each.rows as Record<string, unknown>[]) };
      }),
    async close() {
      await orm.close(true);
      await pglite.close();
    },
  });
}
