import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { School } from '../../modules/people/data/school.entity.ts';
import { onEachEngine } from '../../testing/test-database.ts';
import { auditBreak } from './audit-chain.ts';
import { gate, school } from './database.ts';

onEachEngine('the audit log', [School], (test) => {
  let schoolId: string;
  const write = (detail: object) => test().database.transaction(school(schoolId), (em) =>
    em.execute(`insert into audit_event (school_id, act, subject_id, detail, hash, ordinal) values (?, 'ballot.opened', ?, ?::jsonb, '', 0)`,
      [schoolId, randomUUID(), JSON.stringify(detail)]));
  const asOwner = (sql: string) => test().database.executeAsOwner(sql);

  beforeAll(async () => {
    const [made] = await test().database.fork(gate).execute<{ id: string }[]>(`insert into school (name) values ('First') returning id`);
    schoolId = made!.id;
  });

  it('numbers and chains its entries, also those written at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, nth) => write({ nth })));
    const rows = await test().database.fork(school(schoolId)).execute<{ ordinal: string }[]>('select ordinal from audit_event order by ordinal');
    expect(rows.map(({ ordinal }) => Number(ordinal))).toEqual(Array.from({ length: 20 }, (_, nth) => nth + 1));
    expect(await auditBreak(test().database, schoolId)).toBeNull();
  });

  it('cannot be changed, shortened or emptied, by the application or by the owner', async () => {
    const { database } = test();
    for (const sql of [`update audit_event set act = 'other'`, 'delete from audit_event', 'truncate audit_event']) {
      await expect(database.fork(school(schoolId)).execute(sql)).rejects.toThrow(/permission denied/);
      await expect(asOwner(sql)).rejects.toThrow(/append only/);
    }
  });

  it.each([
    ['a rewritten entry', `update audit_event set act = 'ballot.closed' where ordinal = 7`, 7],
    ['an entry taken out', 'delete from audit_event where ordinal = 12', 12],
    ['the first entry taken out', 'delete from audit_event where ordinal = 1', 1],
    ['a moved date', `update audit_event set at = at + interval '1 day' where ordinal = 3`, 3],
  ])('%s shows, even where somebody switched the triggers off', async (_, tampering, place) => {
    const kept = 'audit_before';
    await asOwner(`create table ${kept} as select * from audit_event`);
    await asOwner(`alter table audit_event disable trigger user; ${tampering}; alter table audit_event enable trigger user`);
    expect(await auditBreak(test().database, schoolId)).toBe(place);
    await asOwner(`alter table audit_event disable trigger user; delete from audit_event;
      insert into audit_event select * from ${kept}; drop table ${kept}; alter table audit_event enable trigger user`);
    expect(await auditBreak(test().database, schoolId)).toBeNull();
  });
});
