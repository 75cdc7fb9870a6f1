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
  const used = async (member: Member) => {
    await test().database.under(school(world.schoolId)).execute(
      `update session set last_seen_at = clock_timestamp() - interval '2 minutes', expires_at = clock_timestamp() + interval '1 minute' where id = ?::uuid`,
      [member.sessionId]);
    return sessionSource(test().database).find(member.bearer);
  };

  it('lasts 30 days more for a family or a teacher, 8 hours for who holds a role', async () => {
    expect(await used(world.teachers[0]!)).toMatchObject({ sessionId: world.teachers[0]!.sessionId });
    expect(await days(world.teachers[0]!)).toBe(30);
    expect(await used(world.clerks[0]!)).not.toBeNull();
    expect(await days(world.clerks[0]!)).toBe(0.3);
  });
});
