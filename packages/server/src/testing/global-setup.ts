import './provided.ts';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectPostgresql } from '../platform/database/postgresql.ts';
import { School } from '../modules/people/data/school.entity.ts';
import { embeddedTemplate } from './embedded-template.ts';

/** One migrated template per run and engine; each test file clones it. */
export default async function setup(project: TestProject) {
  const pgliteDump = await embeddedTemplate();
  const postgresUrl = await findPostgres();
  const postgresTemplate = `plenary_template_${process.pid}_${Date.now()}`;
  if (postgresUrl !== null) {
    await administer(postgresUrl, `create database ${postgresTemplate}`);
    const database = await connectPostgresql({
      databaseUrl: withDatabase(postgresUrl, postgresTemplate), dataDir: '/nonexistent', entities: [School],
    });
    await database.close();
  }
  project.provide('postgresUrl', postgresUrl);
  project.provide('postgresTemplate', postgresTemplate);
  project.provide('pgliteDump', pgliteDump);

  return async () => {
    if (postgresUrl !== null) await administer(postgresUrl, `drop database if exists ${postgresTemplate} with (force)`);
  };
}

async function findPostgres(): Promise<string | null> {
  const candidates = process.env['TEST_DATABASE_URL']
    ? [process.env['TEST_DATABASE_URL']]
    : ['postgres://postgres@127.0.0.1:5432/postgres', 'postgres://root@127.0.0.1:5432/postgres'];
  for (const url of candidates) {
    try {
      await administer(url, 'select 1');
      return url;
    } catch { /* try the next */ }
  }
  return null;
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try { await client.query(sql); } finally { await client.end(); }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
