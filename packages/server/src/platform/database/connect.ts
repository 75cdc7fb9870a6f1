import type { EntitySchema } from '@mikro-orm/core';
import type { Database } from './database.ts';
import { connectPglite } from './pglite.ts';
import { connectPostgresql } from './postgresql.ts';

export interface ConnectOptions {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Every room's entities; the platform knows none of them by name. */
  readonly entities: readonly EntitySchema[];
  readonly poolSize?: number;
}

/** Opens the database and brings it to the newest migration. */
export function connect(options: ConnectOptions): Promise<Database> {
  return options.databaseUrl === undefined
    ? connectPglite(options)
    : connectPostgresql({ ...options, databaseUrl: options.databaseUrl });
}
