import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { School } from '../../modules/people/data/school.entity.ts';
import { onEachEngine } from '../../testing/test-database.ts';
import { type Database, gate, school } from './database.ts';
import { connectPostgresql } from './postgresql.ts';
import { DatabaseRefusal } from './refusal.ts';
import { RETRIES } from './retry.ts';

onEachEngine('transactions that get in each other\'s way', [School], (test) => {
  it('are tried again when the database ends a deadlock, and both come through', async () => {
    const { database } = test();
    let tries = 0;
    const lockBoth = (first: string, second: string) => database.transaction(gate, async (em) => {
      tries += 1;
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [first]);
      await wait(200);
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [second]);
      return 'through';
    });
    expect(await Promise.all([lockBoth('left', 'right'), lockBoth('right', 'left')])).toEqual(['through', 'through']);
    expect(tries).toBe(3);
  });

  it('are tried again after a serialization failure, five times in all, and then it is the caller\'s', async () => {
    const { database } = test();
    const failing = (times: number) => {
      let tries = 0;
      const answer = database.transaction(gate, async (em) => {
        tries += 1;
        if (tries <= times) await em.execute(`do $$ begin raise exception using errcode = '40001'; end $$`);
        return tries;
      });
      return { answer, tries: () => tries };
    };
    expect(await failing(3).answer).toBe(4);
    const hopeless = failing(99);
    await expect(hopeless.answer).rejects.toThrow();
    expect(hopeless.tries()).toBe(RETRIES);
  });

  it('are not tried again for any other reason', async () => {
    let tries = 0;
    await expect(test().database.transaction(gate, async (em) => {
      tries += 1;
      await em.execute('select 1 / 0');
    })).rejects.toThrow(/division by zero/);
    expect(tries).toBe(1);
  });
}, 'postgresql');

onEachEngine('the connection that listens', [School], (test) => {
  it('comes back by itself when it drops, says so, and hears again', async () => {
    const { database } = test();
    const heard: string[] = [];
    const told: string[] = [];
    const stop = await database.listen('news', (payload) => heard.push(payload), {
      lost: () => told.push('lost'), back: () => told.push('back'),
    });
    await database.executeAsOwner(`select pg_notify('news', 'one')`);
    await vi.waitFor(() => expect(heard).toEqual(['one']));
    await database.executeAsOwner(`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`);
    await vi.waitFor(() => expect(told).toEqual(['lost', 'back']), { timeout: 5000 });
    await database.executeAsOwner(`select pg_notify('news', 'two')`);
    await vi.waitFor(() => expect(heard).toEqual(['one', 'two']));
    await stop();
    await database.executeAsOwner(`select pg_notify('news', 'three')`);
    await wait(100);
    expect(heard).toEqual(['one', 'two']);
  });
}, 'postgresql');

it('a database that cannot be entered is refused in one sentence, without the password', async () => {
  const connecting = connectPostgresql({ databaseUrl: 'postgres://ada:CANARY@127.0.0.1:1/school', dataDir: '/nonexistent', entities: [School] });
  await expect(connecting).rejects.toThrow(DatabaseRefusal);
  await expect(connecting).rejects.toThrow('The database of DATABASE_URL cannot be entered (ECONNREFUSED).');
});

const server = inject('postgresUrl');

describe.skipIf(server === null)(`a database whose owner is no superuser${server === null ? ' (skipped: no PostgreSQL)' : ''}`, () => {
  const name = `plenary_plain_${process.pid}`;
  const url = new URL(server ?? 'postgres://nowhere');
  url.username = name;
  url.password = 'of-this-test';
  url.pathname = `/${name}`;
  let databases: readonly Database[];

  beforeAll(async () => {
    await administer(`create role ${name} login createrole password 'of-this-test'`);
    await administer(`create database ${name} owner ${name}`);
    const connect = () => connectPostgresql({ databaseUrl: url.href, dataDir: '/nonexistent', entities: [School] });
    databases = await Promise.all([connect(), connect()]);
  });
  afterAll(async () => {
    await Promise.all((databases ?? []).map((database) => database.close()));
    await administer(`drop database if exists ${name} with (force)`);
    await administer(`drop role if exists ${name}`);
  });

  it('is migrated once by two servers that start together', async () => {
    expect(await Promise.all(databases.map((database) => database.migrationsPending()))).toEqual([0, 0]);
  });

  it('serves a school its own rows and no other\'s, and shows its owner nobody', async () => {
    const [database] = databases;
    const made = await database!.transaction(gate, (em) =>
      em.execute<{ id: string }[]>(`insert into school (name) values ('A'), ('B') returning id`));
    const [{ id }] = made as [{ id: string }];
    expect(await database!.fork(school(id)).execute('select name from school')).toEqual([{ name: 'A' }]);
    await database!.fork(school(id)).execute('insert into person (school_id) values (?)', [id]);
    expect(await database!.fork(school(id)).execute('select school_id from person')).toEqual([{ school_id: id }]);
    expect((await database!.executeAsOwner('select school_id from person')).rows).toEqual([]);
  });
});

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server! });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
