import './provided.ts';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { EntitySchema } from '@mikro-orm/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { parsers } from '../platform/database/embedded/parsers.ts';
import { openEmbedded } from '../platform/database/pglite.ts';
import { connectPostgresql } from '../platform/database/postgresql.ts';

export type Engine = Database['kind'];

/** A clone of the migrated template, dropped when closed. `url` is null on the embedded engine. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string | null;
}

export async function cloneDatabase(engine: Engine, entities: readonly EntitySchema[]): Promise<TestDatabase> {
  if (engine === 'pglite') {
    const dump = new Blob([await readFile(inject('pgliteDump'))]);
    const database = await openEmbedded(await PGlite.create({ loadDataDir: dump, parsers }), entities);
    return { database, url: null };
  }
  const server = inject('postgresUrl');
  if (server === null) throw new Error('no PostgreSQL');
  const name = `plenary_test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try { await client.query(sql); } finally { await client.end(); }
  };
  await admin(`create database ${name} template ${inject('postgresTemplate')}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await connectPostgresql({ databaseUrl: url.href, dataDir: '/nonexistent', entities });
  return {
    url: url.href,
    database: {
      ...database,
      async close() {
        await database.close();
        await admin(`drop database if exists ${name} with (force)`);
      },
    },
  };
}

/**
 * Tells the same story on each engine; PostgreSQL's is skipped, by name, where there is none.
 * `only` restricts to one engine: races cannot show on the embedded one.
 */
export function onEachEngine(
  title: string,
  entities: readonly EntitySchema[],
  story: (test: () => TestDatabase) => void,
  only?: Engine,
): void {
  for (const engine of ['pglite', 'postgresql'] as const) {
    if (only !== undefined && only !== engine) continue;
    const missing = engine === 'postgresql' && inject('postgresUrl') === null;
    describe.skipIf(missing)(`${title} (${engine}${missing ? ': skipped, no PostgreSQL' : ''})`, () => {
      let current: TestDatabase;
      beforeAll(async () => { current = await cloneDatabase(engine, entities); });
      afterAll(async () => { await current?.database.close(); });
      story(() => current);
    });
  }
}
