import { beforeAll, expect, it } from 'vitest';
import { school } from '../../../platform/database/database.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import { people } from '../index.ts';
import { aSchool, type Member, type World } from '../testing/world.ts';
import { sessionSource } from './session-source.ts';

onEachEngine('a session in use', people.entities, (test) => {
  let world: World;
  beforeAll(async () => { world = await aSchool(test().database).withTeachers().withClerks().open(); });

  const days = async ({ sessionId }: Member) => {
    const [row] = await test().database.under(school(world.schoolId)).execute<{ days: number }[]>(
      `select round(extract(epoch from expires_at - clock_timestamp()) / 86400, 1)::float as days from session where id = ?::uuid`, [sessionId]);
    return row!.days;
  };
  const used = async (member: Member, inUse = true) => {
    await test().database.under(school(world.schoolId)).execute(
      `update session set last_seen_at = clock_timestamp() - interval '2 minutes', expires_at = clock_timestamp() + interval '1 minute' where id = ?::uuid`,
      [member.sessionId]);
    return sessionSource(test().database).find(member.bearer, inUse);
  };

  it('lasts 30 days more for a family or a teacher, 8 hours for who holds a role', async () => {
    expect(await used(world.teachers[0]!)).toMatchObject({ sessionId: world.teachers[0]!.sessionId });
    expect(await days(world.teachers[0]!)).toBe(30);
    expect(await used(world.clerks[0]!)).not.toBeNull();
    expect(await days(world.clerks[0]!)).toBe(0.3);
  });

  it('is not kept alive by a page that merely stays open', async () => {
    expect(await used(world.teachers[0]!, false)).not.toBeNull();
    expect(await days(world.teachers[0]!)).toBe(0);
  });

  it('is short on a phone that is not the person’s own', async () => {
    const [teacher] = world.teachers;
    await test().database.under(school(world.schoolId)).execute('update session set guest = true where id = ?::uuid', [teacher!.sessionId]);
    await used(teacher!);
    expect(await days(teacher!)).toBe(0);
  });
});
