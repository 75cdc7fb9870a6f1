import type { ConnectOptions } from './connect-options.ts';
import type { Database } from './database.ts';
import { connectPglite } from './pglite.ts';
import { connectPostgresql } from './postgresql.ts';

/** Opens the database and brings it to the newest migration. */
export function connect(options: ConnectOptions): Promise<Database> {
  return options.databaseUrl === undefined
    ? connectPglite(options)
    : connectPostgresql({ ...options, databaseUrl: options.databaseUrl });
}
