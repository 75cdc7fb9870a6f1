import fc from 'fast-check';
import { expect, it } from 'vitest';
import { School } from '../../modules/people/data/school.entity.ts';
import { onEachEngine } from '../../testing/test-database.ts';
import { gate, school } from './database.ts';
import { oneMessage } from './one-message.ts';

onEachEngine('one statement in one message', [School], (test) => {
  it('is under its scope, and leaves nothing of it behind on the connection', async () => {
    const { database } = test();
    const [made] = await database.under(gate).execute<{ id: string }[]>('insert into school (name) values (?) returning id', ['Ours']);
    const asked = 'select current_user as role, current_school() as school';
    expect(await database.under(school(made!.id)).execute(asked)).toEqual([{ role: 'plenary_app', school: made!.id }]);
    expect(await database.under(gate).execute(asked)).toEqual([{ role: 'plenary_gate', school: null }]);
    await expect(database.under(school(made!.id)).execute('select * from box.cast_ballot')).rejects.toThrow(/permission denied/);
  });

  it('gives back every text as it was given, and never reads it as a statement', async () => {
    const { database } = test();
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom("'; drop table school; --", "\\'", '$$', '?', "E'\\x41'", '/*', '\u2028'));
    await fc.assert(fc.asyncProperty(hostile, async (text) => {
      fc.pre(text.isWellFormed() && !text.includes('\0'));
      expect(await database.under(gate).execute('select ?::text as text, 1 - ? as other', [text, -7])).toEqual([{ text, other: 8 }]);
    }), { numRuns: 200 });
  });

  it('is all or nothing', async () => {
    const { database } = test();
    await expect(database.under(gate).execute(`with made as (insert into school (name) values ('Half') returning id)
      select 1 / 0 from made`)).rejects.toThrow(/division by zero/);
    expect(await database.executeAsOwner(`select count(*)::int as n from school where name = 'Half'`)).toMatchObject({ rows: [{ n: 0 }] });
  });

  it('takes dates, bytes and nothing as values', async () => {
    const { database } = test();
    const at = new Date('2026-11-23T17:00:00.000Z');
    expect(await database.under(gate).execute('select ?::timestamptz = ?::timestamptz as same, ?::bytea as bytes, ?::text as none',
      [at, '2026-11-23 17:00+00', Buffer.from([0, 39, 92]), null])).toEqual([{ same: true, bytes: Buffer.from([0, 39, 92]), none: null }]);
  });
});

onEachEngine('a sealed statement', [School], (test) => {
  it('is under its scope, and its values are nowhere in its text', async () => {
    const { database } = test();
    const asked = 'select current_query() as text, current_user as role, ?::text as told, ?::int as number, ?::uuid[] as ids';
    const given = ['CANARY', 7, '{00000000-0000-4000-8000-000000000000}'];
    const [open] = await database.under(gate).execute<{ text: string }[]>(asked, given);
    expect(open!.text).toContain('CANARY');
    const [sealed] = await database.sealed(gate).execute<{ text: string }[]>(asked, given);
    expect(sealed).toMatchObject({ role: 'plenary_gate', told: 'CANARY', number: 7, ids: ['00000000-0000-4000-8000-000000000000'] });
    expect(sealed!.text).not.toContain('CANARY');
  });

  it('leaves nothing behind, whether it fails or not', async () => {
    const { database } = test();
    await expect(database.sealed(gate).execute(`with made as (insert into school (name) values (?) returning id)
      select 1 / ?::int from made`, ['Half', 0])).rejects.toThrow(/division by zero/);
    expect(await database.executeAsOwner(`select count(*)::int as n from school where name = 'Half'`)).toMatchObject({ rows: [{ n: 0 }] });
    const [made] = await database.sealed(gate).execute<{ id: string }[]>('insert into school (name) values (?) returning id', ['Whole']);
    expect(await database.under(school(made!.id)).execute('select current_user as role, name from school')).toEqual([{ role: 'plenary_app', name: 'Whole' }]);
    await expect(database.sealed(school(made!.id)).execute('select * from box.cast_ballot')).rejects.toThrow(/permission denied/);
  });
});

it('refuses what it cannot write down', () => {
  expect(() => oneMessage(gate, 'select ?', [])).toThrow(/1 places for 0 values/);
  expect(() => oneMessage(gate, 'select ?', [['a']])).toThrow(/takes no object/);
  expect(() => oneMessage(gate, 'select ?', ['a\0b'])).toThrow(/zero byte/);
  expect(() => oneMessage(gate, 'select ?', [Number.NaN])).toThrow(/takes no number/);
});
