import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Migration } from '@mikro-orm/migrations';
import { expect, inject, it } from 'vitest';
import { School } from '../../modules/people/data/school.entity.ts';
import { onEachEngine } from '../../testing/test-database.ts';
import { parsers } from './embedded/parsers.ts';
import { type Listed, type Run, checkMigrations, checksumOf } from './migration-checksums.ts';
import { migrations } from './migrations/index.ts';
import { openEmbedded } from './pglite.ts';
import { connectPostgresql } from './postgresql.ts';
import { DatabaseRefusal } from './refusal.ts';

const saying = (...statements: string[]): Listed => ({
  name: migrations[0]!.name,
  class: class extends Migration {
    override async up(): Promise<void> {
      for (const statement of statements) this.addSql(statement);
    }
  },
});

it('is the same however a migration is laid out and explained, and another for every other statement', async () => {
  const plain = await checksumOf(saying('create table a (b int)', 'drop table c'));
  expect(await checksumOf(saying('create table a (\n  -- why\n  b int)', '  drop   table c'))).toBe(plain);
  for (const other of [saying('create table a (b int)'), saying('drop table c', 'create table a (b int)'), saying('create table a (b bigint)', 'drop table c')]) {
    expect(await checksumOf(other)).not.toBe(plain);
  }
});

onEachEngine('a migration that ran', [School], (test) => {
  const run: Run = async (sql, params) => (await test().database.executeAsOwner(sql, params)).rows as Record<string, unknown>[];
  const kept = () => run('select name, checksum from plenary_migration order by name');

  it('is remembered with what it did', async () => {
    const sums = await Promise.all(migrations.map(async (each) => ({ name: each.name as string, checksum: await checksumOf(each) })));
    expect(await kept()).toEqual(sums.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    await checkMigrations(run, migrations);
  });

  it('and was changed afterwards is refused, in a sentence that says which', async () => {
    const changed = checkMigrations(run, [saying('select 1'), ...migrations.slice(1)]);
    await expect(changed).rejects.toThrow(DatabaseRefusal);
    await expect(changed).rejects.toThrow(/^Migration 0001-foundation was changed after it ran/);
  });

  it('before this was kept is taken as it is now', async () => {
    const before = await kept();
    await run('alter table plenary_migration drop column checksum');
    await checkMigrations(run, migrations);
    expect(await kept()).toEqual(before);
  });
});

onEachEngine('a database made by other migrations', [School], (test) => {
  it('is not opened', async () => {
    const spoil = `update plenary_migration set checksum = 'of another' where name = '${migrations[0]!.name}'`;
    const { database, url } = test();
    if (url !== null) {
      await database.executeAsOwner(spoil);
      await expect(connectPostgresql({ databaseUrl: url, dataDir: '/nonexistent', entities: [School] })).rejects.toThrow(DatabaseRefusal);
      return;
    }
    const engine = await PGlite.create({ loadDataDir: new Blob([await readFile(inject('pgliteDump'))]), parsers });
    await (await openEmbedded(engine, [School])).executeAsOwner(spoil);
    await engine.exec('reset role');
    await expect(openEmbedded(engine, [School])).rejects.toThrow(DatabaseRefusal);
    await engine.close();
  });
});
