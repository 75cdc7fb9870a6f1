import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { School } from '../../../modules/people/data/school.entity.ts';
import type { Database } from '../database.ts';
import { gate } from '../database.ts';
import { connectPglite } from '../pglite.ts';
import { sqlState } from '../retry.ts';
import { DataDirUnusable, lockDataDir } from './data-dir-lock.ts';
import { DurableFileSystem, durableStart } from './durable-file-system.ts';
import { EngineThread } from './thread.ts';
import { tidy } from './tidy.ts';

describe('the embedded database as a server runs it: in a thread, in a folder', () => {
  let dataDir: string;
  let database: Database;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'plenary-embedded-'));
    // What a first start killed half-way leaves behind.
    await mkdir(join(dataDir, 'pglite.being-made'));
    await writeFile(join(dataDir, 'pglite.being-made', 'PG_VERSION'), '18');
    database = await connectPglite({ databaseUrl: undefined, dataDir, entities: [School] });
  });
  afterAll(async () => {
    await database?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('starts over where an earlier first start was interrupted', async () => {
    expect(existsSync(join(dataDir, 'pglite.being-made'))).toBe(false);
    expect(await database.migrationsPending()).toBe(0);
  });

  it('answers in the types PostgreSQL answers in', async () => {
    const [row] = await database.fork(gate).execute(`
      select 1::bigint as big, '\\x00ff'::bytea as bytes, timestamptz '2026-01-02 03:04:05Z' as at, '{"a":1}'::jsonb as json,
        array[1, 2] as list, null::bytea as nothing, 1.5::numeric as exact`);
    expect(row).toEqual({
      big: '1', bytes: Buffer.from([0, 255]), at: '2026-01-02 03:04:05+00', json: { a: 1 }, list: [1, 2], nothing: null, exact: '1.5',
    });
    expect(Buffer.isBuffer((row as { bytes: unknown }).bytes)).toBe(true);
  });

  it('says which rule a statement broke, and goes on working', async () => {
    const failing = database.fork(gate).execute(`insert into school (name) values ('')`);
    await expect(failing).rejects.toThrow(/check constraint/);
    expect(await failing.catch(sqlState)).toBe('23514');
    await expect(database.ping()).resolves.toBeUndefined();
  });

  it('is heard by everyone who listens, once a transaction has committed, and not before', async () => {
    const heard: string[] = [];
    const stop = await database.listen('news', (payload) => heard.push(payload));
    await database.transaction(gate, async (em) => {
      await em.execute(`select pg_notify('news', 'told')`);
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual(['told']));
    await database.transaction(gate, async (em) => {
      await em.execute(`select pg_notify('news', 'taken back')`);
      throw new Error('changed my mind');
    }).catch(() => {});
    await stop();
    await database.executeAsOwner(`select pg_notify('news', 'unheard')`);
    expect(heard).toEqual(['told']);
  });

  it('keeps the rest of the server going during a long statement', async () => {
    let answered = false;
    const asked = database.executeAsOwner(`select count(*) from generate_series(1, 1000000) n where md5(n::text) like 'a%'`).then(() => { answered = true; });
    for (let turns = 0; turns < 100; turns += 1) await new Promise(setImmediate);
    expect(answered).toBe(false);
    await asked;
  });

  it('tidies up as PostgreSQL\'s background processes would, and gives the connection back powerless', async () => {
    await database.close();
    const engine = await EngineThread.start(join(dataDir, 'pglite'));
    try {
      const ask = async (sql: string) => (await engine.exec(sql))[0]!.rows[0];
      await engine.exec(`create table letter as select repeat('word', 200) as body from generate_series(1, 60000)`);
      await tidy(engine, 'analyze');
      expect(await ask(`select reltuples as rows from pg_class where relname = 'letter'`)).toEqual({ rows: 60_000 });
      await engine.exec('reset role');
      await engine.exec('delete from letter');
      const before = await ask('select redo_lsn as at from pg_control_checkpoint()');
      await tidy(engine, 'vacuum (analyze)');
      expect(await ask('select current_user as who')).toEqual({ who: 'plenary_none' });
      await engine.exec('reset role');
      expect(await ask('select redo_lsn as at from pg_control_checkpoint()')).not.toEqual(before);
      expect(await ask(`select pg_relation_size('letter')::int as bytes`)).toEqual({ bytes: 0 });
    } finally {
      await engine.close();
    }
  });
});

it('asks the disk at least once for every commit it acknowledges', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-syncs-'));
  let syncs = 0;
  const pglite = await PGlite.create({
    fs: new DurableFileSystem(join(folder, 'pglite'), () => { syncs += 1; }),
    startParams: durableStart(PGlite.defaultStartParams),
    loadDataDir: new Blob([await readFile(inject('pgliteDump'))]),
  });
  await pglite.exec('create table letter (body text)');
  for (let nth = 0; nth < 50; nth += 1) {
    const before = syncs;
    await pglite.query('insert into letter values ($1)', ['words']);
    expect(syncs).toBeGreaterThan(before);
  }
  await pglite.close();
  await rm(folder, { recursive: true, force: true });
});

it('says in a sentence that a DATA_DIR is no folder', async () => {
  await expect(lockDataDir(import.meta.filename)).rejects.toThrow(DataDirUnusable);
});
