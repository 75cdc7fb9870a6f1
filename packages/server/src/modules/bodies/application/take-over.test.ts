import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { migrations } from '../../../platform/database/migrations/index.ts';

/** What a migration does, as statements. */
async function statementsOf({ class: Step }: (typeof migrations)[number]): Promise<string[]> {
  const step = new Step(undefined as never, undefined as never);
  await step.up();
  return step.getQueries().map(String);
}

it('bodies that were names in elections become bodies, and keep the seats that were filled', async () => {
  const db = new PGlite();
  const at = migrations.findIndex(({ name }) => name === '0006-bodies');
  for (const step of migrations.slice(0, at)) for (const statement of await statementsOf(step)) await db.exec(statement);
  const [school, environment, person, parent] = ['1', '2', '3', '4'].map((digit) => `0000000${digit}-0000-4000-8000-000000000000`);
  await db.exec(`
    insert into school (id, name) values ('${school}', 'School');
    insert into learning_environment (id, school_id, name, slug) values ('${environment}', '${school}', 'Place', 'place');
    insert into person (id, school_id) values ('${person}', '${school}'), ('${parent}', '${school}');`);
  const election = (name: string, kind: string) => db.exec(`
    insert into election (school_id, environment_id, title, body, body_kind, orientation_at, nominations_from, nominations_until, opens_at, closes_at, term_starts, term_ends,
      notice_days, orientation_days, challenge_days, statement_words, created_by)
    values ('${school}', '${environment}', '{"en":"Election"}', '{"en":"${name}"}', '${kind}', now() + interval '5 days', now(), now() + interval '6 days', now() + interval '10 days',
      now() + interval '17 days', '2026-09-01', '2028-06-30', 10, 5, 5, 100, '${person}')`);
  for (const [name, kind] of [['Council', 'SSC'], ['Council', 'SSC'], ['Learners', 'ELAC'], ['Garden', 'OTHER']]) await election(name!, kind!);
  await db.exec(`
    insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, vacancy, starts, ends) values
      ('${school}', '${environment}', '{"en":"Council"}', 'PARENT', '{"en":"Parent"}', 1, '${parent}', 'ELECTED', null, '2026-09-01', '2028-06-30'),
      ('${school}', '${environment}', '{"en":"Council"}', 'PARENT', '{"en":"Parent"}', 2, null, 'VACANT', 'TIED', '2026-09-01', '2028-06-30');`);

  for (const statement of await statementsOf(migrations[at]!)) await db.exec(statement);

  const rows = async (sql: string) => (await db.query(sql)).rows;
  expect(await rows(`select name->>'en' as name, kind, meeting_law, authority from governing_body order by 1`)).toEqual([
    { name: 'Council', kind: 'SSC', meeting_law: 'GREENE', authority: 'DECIDING' }, { name: 'Garden', kind: 'OTHER', meeting_law: 'PRIVATE', authority: 'DECIDING' },
    { name: 'Learners', kind: 'ELAC', meeting_law: 'GREENE', authority: 'ADVISORY' },
  ]);
  expect(await rows(`select count(*)::int as n from election e join governing_body g on g.id = e.body_id and g.name = e.body`)).toEqual([{ n: 4 }]);
  expect(await rows(`select s.constituency, s.number, h.basis from seat s join seat_holding h on h.seat_id = s.id order by 2`)).toEqual([
    { constituency: 'PARENT', number: 1, basis: 'ELECTED' }, { constituency: 'PARENT', number: 2, basis: 'VACANT' },
  ]);
  expect(await rows(`select count(*)::int as n from bylaws where rules->>'noticeHours' = '72'`)).toEqual([{ n: 3 }]);
  expect(await rows(`select relname from pg_class where relname in ('election', 'seat_holding') and relforcerowsecurity order by 1`)).toEqual([{ relname: 'election' }, { relname: 'seat_holding' }]);
  await db.close();
});
