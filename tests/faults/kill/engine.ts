import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EngineThread } from '../../../packages/server/src/platform/database/embedded/thread.ts';
import { Cluster } from './cluster.ts';
import type { Sql } from './school.ts';

/** A database of the run's own, below a server that is killed. */
export interface KilledEngine {
  /** What tells the server where it is. */
  readonly env: Record<string, string>;
  /** Whether its tables are there already; otherwise the first server to start lays them. */
  readonly laid: boolean;
  /** Null where the database is inside the server, and dies with it. */
  readonly cluster: Cluster | null;
  /** As its owner. The embedded one has a single user: the server must be dead. */
  asOwner<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

/**
 * @param programs where PostgreSQL's are; null for the embedded engine.
 * @param dump of an embedded database, migrated and empty, to begin with; null to begin with nothing.
 */
export async function createEngine(programs: string | null, dump: string | null): Promise<KilledEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-killed-'));
  const forget = () => { rmSync(dataDir, { recursive: true, force: true }); };
  process.once('exit', forget);
  if (programs === null) {
    if (dump !== null) unpack(dump, join(dataDir, 'pglite'));
    return {
      laid: dump !== null,
      env: { DATA_DIR: dataDir, DATABASE_URL: '' },
      cluster: null,
      async asOwner(work) {
        const engine = await EngineThread.start(join(dataDir, 'pglite'));
        try { return await work(engine); } finally { await engine.close(); }
      },
      async remove() { forget(); },
    };
  }
  const cluster = await Cluster.create(programs);
  return {
    laid: false,
    env: { DATA_DIR: dataDir, DATABASE_URL: cluster.url },
    cluster,
    async asOwner(work) {
      const client = new pg.Client({ connectionString: cluster.url });
      client.on('error', () => {});
      await client.connect();
      try { return await work(client); } finally { await client.end().catch(() => {}); }
    },
    async remove() {
      await cluster.remove();
      forget();
    },
  };
}

function unpack(dump: string, folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  execFileSync('tar', ['-xf', dump, '-C', folder], { stdio: 'ignore' });
}
