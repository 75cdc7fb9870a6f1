import pg from 'pg';

const CANDIDATES = process.env['TEST_DATABASE_URL']
  ? [process.env['TEST_DATABASE_URL']]
  : ['postgres://postgres@127.0.0.1:5432/postgres', 'postgres://root@127.0.0.1:5432/postgres'];

async function run(url: string, sql: string, params: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try { return (await client.query(sql, [...params])).rows as Record<string, unknown>[]; } finally { await client.end(); }
}

async function reachable(): Promise<string | null> {
  for (const url of CANDIDATES) {
    if (await run(url, 'select 1').then(() => true, () => false)) return url;
  }
  return null;
}

const server = await reachable();

/** Why tests that look into the database of a running server cannot run here; empty where they can. */
export const noDatabase = server === null ? ': skipped, no PostgreSQL' : '';

let made = 0;

/** A PostgreSQL database for one server, which the test may look into and whose times it may move. */
export class OwnDatabase {
  readonly url: string;
  readonly name: string;

  // Written out: a bench runs this file as it is, and Node takes types away without turning them into code.
  private constructor(url: string, name: string) {
    this.url = url;
    this.name = name;
  }

  /** Empty, or what that other one holds, with which nobody is connected. */
  static async make(template: string | null = null): Promise<OwnDatabase> {
    const name = `plenary_browser_${process.pid}_${Date.now()}_${made += 1}`;
    await run(server!, `create database ${name}${template === null ? '' : ` template ${template}`}`);
    const url = new URL(server!);
    url.pathname = `/${name}`;
    return new OwnDatabase(url.href, name);
  }

  query(sql: string, params: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return run(this.url, sql, params);
  }

  drop(): Promise<void> { return dropDatabase(this.name); }
}

export async function dropDatabase(name: string): Promise<void> {
  await run(server!, `drop database if exists ${name} with (force)`);
}
