import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import { eligibleFor, people } from '../index.ts';
import { type DemoAccount, accountsTable } from './accounts.ts';
import { DEMO_ROLES } from './cast.ts';
import { firstSetupLink } from './first-setup-link.ts';
import { seedDemonstration } from './seed-demonstration.ts';
import { readSlip } from './slip-secret.ts';

onEachEngine('the demonstration', people.entities, (test) => {
  let dataDir: string;
  const house = (publicUrl = 'http://127.0.0.1:4000') =>
    ({ db: test().database, config: { dataDir, publicUrl } }) as unknown as House;
  const file = async () => JSON.parse(await readFile(join(dataDir, 'demo-accounts.json'), 'utf8')) as DemoAccount[];

  beforeAll(async () => { dataDir = await mkdtemp(join(tmpdir(), 'plenary-demo-')); });
  afterAll(async () => { await rm(dataDir, { recursive: true, force: true }); });

  it('is offered a set-up link instead while it is empty', async () => {
    expect(await firstSetupLink(house())).toMatch(/^http:\/\/127\.0\.0\.1:4000\/setup#[0-9a-f]{64}$/);
  });

  it('fills an empty database with a community of the right size', async () => {
    const { made, accounts } = await seedDemonstration(house());

    const em = test().database.fork(school(made!.schoolId));
    const count = async (...groups: Parameters<typeof eligibleFor>[2]) => (await eligibleFor(em, made!.environmentId, groups)).length;
    expect(await count('STUDENT')).toBe(182);
    expect(await count('PARENT')).toBeGreaterThan(220);
    expect(await count('PARENT')).toBeLessThan(280);
    expect(await count('EL_PARENT')).toBeGreaterThan(30);
    expect([await count('TEACHER'), await count('OTHER_STAFF'), await count('ADMINISTRATOR'), await count('COMMUNITY')]).toEqual([14, 8, 2, 5]);
    const [shared] = await em.execute<{ twoHomes: number; several: number; spanish: number }[]>(`select
      (select count(*)::int from (select g.student_id from guardianship g join person p on p.id = g.guardian_id
         group by 1 having count(distinct p.household_id) > 1) x) as "twoHomes",
      (select count(*)::int from (select guardian_id from guardianship group by 1 having count(*) > 1) x) as several,
      (select count(*)::int from person where grade is not null and locale = 'es') as spanish`);
    expect(shared!.twoHomes).toBeGreaterThan(15);
    expect(shared!.several).toBeGreaterThan(30);
    // Enough that Spanish is required by law (EC 48985: 15 percent).
    expect(shared!.spanish / 182).toBeGreaterThan(0.15);

    expect(accounts!.map((each) => each.role)).toEqual([...DEMO_ROLES]);
    expect(new Set(accounts!.map((each) => each.name)).size).toBe(DEMO_ROLES.length);
    expect(made!.people['coordinator']).toBeDefined();
    expect(await file()).toEqual(accounts);
    expect((await stat(join(dataDir, 'demo-accounts.json'))).mode & 0o777).toBe(0o600);
    expect(accountsTable(accounts!).split('\n')).toHaveLength(DEMO_ROLES.length);
  });

  it('is made once; later starts only find its ways in again, at the address of now', async () => {
    const before = await file();
    const { made, accounts } = await seedDemonstration(house('https://plenary.example'));
    expect(made).toBeNull();
    expect(accounts!.map((each) => each.slip)).toEqual(before.map((each) => each.slip));
    expect(accounts![0]!.signInUrl).toBe(`https://plenary.example/s#${before[0]!.slip}`);
    expect(await file()).toEqual(accounts);
    expect(await test().database.fork(gate).execute('select count(*)::int as n from school')).toEqual([{ n: 1 }]);
    expect(await firstSetupLink(house())).toBeNull();
  });

  it('promises no way in that would not work: revoked slips, files of another database', async () => {
    const all = await file();
    const [{ schoolId }] = await test().database.fork(gate).execute<{ schoolId: string }[]>('select id as "schoolId" from school') as [{ schoolId: string }];
    await test().database.fork(school(schoolId)).execute('update access_slip set revoked_at = now() where token_hash = ?', [readSlip(all[0]!.slip)!.tokenHash]);
    const left = (await seedDemonstration(house())).accounts!;
    expect(left.map((each) => each.role)).toEqual(all.slice(1).map((each) => each.role));

    await writeFile(join(dataDir, 'demo-accounts.json'), JSON.stringify([{ ...all[0], slip: '000G40R40M30E209185GR38E1W' }]));
    expect((await seedDemonstration(house())).accounts).toBeNull();
    await writeFile(join(dataDir, 'demo-accounts.json'), 'not even a list');
    expect((await seedDemonstration(house())).accounts).toBeNull();
  });
});
