import { join } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/pglite';
import type { ConnectOptions } from './connect-options.ts';
import type { Database } from './database.ts';
import { lockDataDir } from './embedded/data-dir-lock.ts';
import type { Engine } from './embedded/engine.ts';
import { makeDataDir } from './embedded/make-data-dir.ts';
import { EngineThread } from './embedded/thread.ts';
import { tidyRegularly } from './embedded/tidy.ts';
import { type Run, checkMigrations } from './migration-checksums.ts';
import { migrations } from './migrations/index.ts';
import { ormDatabase, sharedOptions } from './orm-database.ts';

/**
 * PostgreSQL inside this process, in `dataDir/pglite`, safe against a power cut; one connection, so
 * transactions run one after another.
 * @throws {DataDirInUse} when another process has the folder.
 * @throws {DatabaseRefusal} when a migration was changed after it ran here.
 */
export async function connectPglite(options: ConnectOptions): Promise<Database> {
  const unlock = await lockDataDir(options.dataDir);
  try {
    const folder = join(options.dataDir, 'pglite');
    await makeDataDir(folder);
    const engine = await EngineThread.start(folder);
    const database = await openEmbedded(engine, options.entities).catch(async (error: unknown) => {
      await engine.close();
      throw error;
    });
    const stopTidying = tidyRegularly(engine);
    return {
      ...database,
      async close() {
        stopTidying();
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Brings an engine that is already running to the newest migration.
 * @throws {DatabaseRefusal} when a migration was changed after it ran here.
 */
export async function openEmbedded(engine: Engine, entities: ConnectOptions['entities']): Promise<Database> {
  const orm = await MikroORM.init({
    ...sharedOptions,
    dbName: 'plenary',
    entities: [...entities],
    extensions: [Migrator],
    driverOptions: { pglite: () => engine },
  });
  const run: Run = async (sql, params) => (await engine.query<Record<string, unknown>>(sql, params && [...params])).rows;
  await checkMigrations(run, migrations);
  const migrated = await orm.migrator.up();
  await checkMigrations(run, migrations);
  // Otherwise the planner still knows what it knew before the restart, and tidying tells it more.
  if (migrated.length > 0) await engine.exec('analyze');
  await engine.exec('set role plenary_none');
  // An engine that somebody has to itself needs no queue.
  const alone: NonNullable<Engine['alone']> = (work) => engine.alone?.(work) ?? work((sql) => engine.exec(sql));
  return ormDatabase(orm, {
    kind: 'pglite',
    listen: (channel, heard) => engine.listen(channel, heard),
    executeAsOwner: (sql, params) =>
      engine.transaction(async (statements) => {
        await statements.exec('set local role none');
        if (params?.length) return { rows: (await statements.query(sql, [...params])).rows };
        return { rows: (await statements.exec(sql)).flatMap((each) => each.rows) };
      }),
    alone: (sql) => alone(async (exec) => {
      await exec('reset role');
      try {
        await exec(sql);
      } finally {
        await exec('set role plenary_none');
      }
    }),
    send: async (message) => (await engine.exec(message)).at(-1)!.rows as object[],
    sendApart: (enter, sql, params) => engine.transaction(async (statements) => {
      await statements.exec(enter);
      return (await statements.query<object>(sql, [...params])).rows;
    }),
    async close() {
      await orm.close(true);
      await engine.close();
    },
  });
}
