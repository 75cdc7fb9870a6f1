import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { ConnectOptions } from './connect.ts';
import type { Database } from './database.ts';
import { Listener } from './listener.ts';
import { ormDatabase, sharedOptions } from './orm-database.ts';

/** PostgreSQL 15 or newer. The user of `databaseUrl` owns the tables; requests act as roles that own none. */
export async function connectPostgresql(options: ConnectOptions & { databaseUrl: string }): Promise<Database> {
  await migrate(options);
  const orm = await MikroORM.init({
    ...sharedOptions,
    clientUrl: options.databaseUrl,
    entities: [...options.entities],
    pool: { min: 0, max: options.poolSize ?? 10 },
    // Outside a scope a connection may do nothing at all: forgetting one is an error, not a leak.
    driverOptions: { options: '-c role=plenary_none' },
  });
  const owner = new pg.Pool({ connectionString: options.databaseUrl, max: 3 });
  owner.on('error', () => {});
  const listener = new Listener(options.databaseUrl);
  return ormDatabase(orm, {
    kind: 'postgresql',
    listen: (channel, heard, watch) => listener.listen(channel, heard, watch),
    executeAsOwner: async (sql, params) => {
      const result = await owner.query(sql, params as unknown[] | undefined);
      const results = Array.isArray(result) ? result : [result];
      return { rows: results.flatMap((each: pg.QueryResult) => each.rows ?? []) };
    },
    async close() {
      await listener.close();
      await owner.end();
      await orm.close(true);
    },
  });
}

async function migrate({ databaseUrl, entities }: { databaseUrl: string; entities: ConnectOptions['entities'] }) {
  const orm = await MikroORM.init({
    ...sharedOptions,
    clientUrl: databaseUrl,
    entities: [...entities],
    extensions: [Migrator],
    pool: { min: 0, max: 1 },
  });
  try {
    // Two servers may start together: the second waits for the first and finds nothing left to do.
    const guard = new pg.Client({ connectionString: databaseUrl });
    await guard.connect();
    try {
      await guard.query(`select pg_advisory_lock(hashtext('plenary:migrate'))`);
      await orm.migrator.up();
    } finally {
      await guard.end();
    }
  } finally {
    await orm.close(true);
  }
}
