import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { ConnectOptions } from './connect-options.ts';
import type { Database } from './database.ts';
import { Listener } from './listener.ts';
import { migratePostgresql } from './migrate-postgresql.ts';
import { ormDatabase, sharedOptions } from './orm-database.ts';
import { sendSealed } from './sealed-send.ts';

/** Longest wait for a connection, new or free. */
const PATIENCE_MS = 10_000;

/**
 * PostgreSQL 15 or newer. The user of `databaseUrl` owns the tables; requests act as roles that own none.
 * @throws {DatabaseRefusal} when it cannot be reached, lets nobody in, or is too old.
 */
export async function connectPostgresql(options: ConnectOptions & { databaseUrl: string }): Promise<Database> {
  await migratePostgresql(options);
  let pool: pg.Pool | undefined;
  const orm = await MikroORM.init({
    ...sharedOptions,
    clientUrl: options.databaseUrl,
    entities: [...options.entities],
    pool: { min: 0, max: options.poolSize ?? 10 },
    // Outside a scope a connection may do nothing at all: forgetting one is an error, not a leak.
    // And a transaction that was forgotten open would hide every later event (see events/outbox.ts): it is ended.
    driverOptions: {
      options: '-c role=plenary_none -c idle_in_transaction_session_timeout=60s',
      connectionTimeoutMillis: PATIENCE_MS,
      // What is asked before the last was answered is sent at once (sealed-send.ts); who waits for each answer sees no change.
      pipeline: true,
      onPoolCreated: (made: pg.Pool) => { pool = made; },
    },
  });
  await orm.connect();
  const owner = new pg.Pool({ connectionString: options.databaseUrl, max: 3, connectionTimeoutMillis: PATIENCE_MS });
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
    alone: async (sql) => { await owner.query(sql); },
    async send(message) {
      const results: pg.QueryResult | pg.QueryResult[] = await pool!.query(message);
      return (Array.isArray(results) ? results.at(-1)! : results).rows as object[];
    },
    sendApart: (enter, sql, params) => sendSealed(pool!, enter, sql, params),
    async close() {
      await listener.close();
      await owner.end();
      await orm.close(true);
    },
  });
}
