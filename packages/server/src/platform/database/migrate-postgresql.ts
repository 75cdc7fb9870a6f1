import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { ConnectOptions } from './connect-options.ts';
import { type Run, checkMigrations } from './migration-checksums.ts';
import { migrations } from './migrations/index.ts';
import { sharedOptions } from './orm-database.ts';
import { DatabaseRefusal } from './refusal.ts';

const OLDEST = 15;

/**
 * Brings the database to the newest migration. Two servers may start together: the second waits for the first and
 * finds nothing left to do.
 * @throws {DatabaseRefusal} when the database cannot be reached, lets nobody in, is too old, or was made by other migrations.
 */
export async function migratePostgresql({ databaseUrl, entities }: ConnectOptions & { databaseUrl: string }): Promise<void> {
  const guard = await enter(databaseUrl);
  try {
    await guard.query(`select pg_advisory_lock(hashtext('plenary:migrate'))`);
    const orm = await MikroORM.init({
      ...sharedOptions,
      clientUrl: databaseUrl,
      entities: [...entities],
      extensions: [Migrator],
      pool: { min: 0, max: 1 },
      // A change that waits for a lock makes everybody after it wait too; better to give up and be tried again.
      driverOptions: { options: '-c lock_timeout=3s' },
    });
    try {
      const run: Run = async (sql, params) => (await guard.query<Record<string, unknown>>(sql, params && [...params])).rows;
      await checkMigrations(run, migrations);
      await orm.migrator.up();
      await checkMigrations(run, migrations);
    } finally {
      await orm.close(true);
    }
  } finally {
    await guard.end();
  }
}

async function enter(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const reason = (error as { code?: string }).code ?? 'no answer';
    throw new DatabaseRefusal(`The database of DATABASE_URL cannot be entered (${reason}).`, { cause: error });
  }
  const { rows: [row] } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int / 10000 as version`);
  if (row!.version < OLDEST) {
    await client.end();
    throw new DatabaseRefusal(`The database of DATABASE_URL is PostgreSQL ${row!.version}; ${OLDEST} or newer is needed.`);
  }
  return client;
}
