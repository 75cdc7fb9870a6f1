import type { EntitySchema } from '@mikro-orm/core';

export interface ConnectOptions {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Every room's entities; the platform knows none of them by name. */
  readonly entities: readonly EntitySchema[];
  readonly poolSize?: number;
}
