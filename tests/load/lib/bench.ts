import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Running, freePort, start } from './process.ts';
import { median } from './stats.ts';
import { Wire } from './wire.ts';

export interface Bench {
  /** The server under measure, on PostgreSQL, compiled, in production mode. */
  readonly server: Running & { readonly port: number };
  readonly databaseUrl: string;
  /** As the owner of the tables: for seeding and for checking what was stored. */
  readonly client: pg.Client;
}

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Null: a figure beside, without a limit of its own. */
  readonly ratio: number | null;
  readonly limit: string;
  readonly met: boolean | null;
}

const ROOT = new URL('../../../', import.meta.url).pathname;

/** One server and one database of its own for the whole run, gone afterwards whatever happens. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const admin = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `plenary_bench_${randomUUID().replaceAll('-', '')}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  await once(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  try {
    const port = await freePort();
    const server = await start(join(ROOT, 'packages/server/dist/main.js'), {
      PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: url.href, DATA_DIR: dataDir,
      DEMO: '0', OPEN_GRAPHQL: '1', LOG_LEVEL: 'error', PUBLIC_URL: '',
    }, () => ready(port));
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work({ server: { ...server, port }, databaseUrl: url.href, client });
    } finally {
      await client.end();
      await server.stop();
    }
  } finally {
    await once(admin, `drop database if exists ${name} with (force)`);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function ready(port: number): Promise<void> {
  const wire = await Wire.open(port);
  try {
    const { status } = await wire.get('/readyz');
    if (status !== 200) throw new Error(`not ready: ${status}`);
  } finally {
    wire.close();
  }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try { await client.query(sql); } finally { await client.end(); }
}

/** Median microseconds of one fdatasync here: a fast one flatters every durable figure, so it is printed beside them. */
export function fsyncMicroseconds(): number {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-fsync-'));
  const file = openSync(join(folder, 'probe'), 'w');
  try {
    return median(Array.from({ length: 200 }, (_, n) => {
      writeSync(file, 'x'.repeat(200), n * 200);
      const began = process.hrtime.bigint();
      fdatasyncSync(file);
      return Number(process.hrtime.bigint() - began) / 1000;
    }));
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

/** The arms one after another, `rounds` times over: what else the machine does falls on both. */
export async function alternate<A extends string, R>(
  rounds: number, arms: Record<A, (round: number) => Promise<R>>,
): Promise<Record<A, R[]>> {
  const names = Object.keys(arms) as A[];
  const results = Object.fromEntries(names.map((name) => [name, [] as R[]])) as Record<A, R[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await arms[name](round));
  }
  return results;
}
