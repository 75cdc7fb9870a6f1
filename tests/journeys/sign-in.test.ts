import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { newSlip } from '../../packages/server/src/modules/people/seed/slip-secret.ts';
import { type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

const SIGN_IN = `mutation($token: String!, $transport: SessionTransport! = COOKIE, $device: String) {
  signIn(input: { token: $token, transport: $transport, device: $device }) {
    __typename
    ... on SignedIn { bearerToken expiresAt viewer { id roles constituencies locale person { displayName } environment { slug } } }
    ... on SignInRefused { reason retryAfter }
  }
}`;
const WHO = '{ viewer { id sessions { id current transport device lastSeenAt } } }';
const UNKNOWN = { signIn: { __typename: 'SignInRefused', reason: 'UNKNOWN_SLIP', retryAfter: null } };

const DAY = 24 * 3600_000;

interface SignedIn { __typename: string; bearerToken: string | null; expiresAt: string; viewer: { id: string } }
interface Who { viewer: { id: string; sessions: { id: string; current: boolean; transport: string; device: string | null }[] } | null }

onEachEngine('signing in with a slip', entities, (test) => {
  let served: ServedHouse;
  let world: World;

  beforeAll(async () => {
    const db = test().database;
    served = await serveHouse({ db, schema: buildSchema(), rooms, sessions: sessionSource(db) });
    world = await aSchool(db).withAdministrators(2).withClerks().withCoordinators().withFamily({ guardians: 2, students: 2 }).withFamily().withParents(3).withStaff().open();
  });
  afterAll(async () => { await served.close(); });

  const enter = async (token: string, more: object = {}, headers: Record<string, string> = {}) => {
    const answer = await served.ask(SIGN_IN, { token, ...more }, headers);
    return { answer, signedIn: answer.data?.['signIn'] as SignedIn, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const who = async (headers: Record<string, string>) => (await served.ask(WHO, {}, headers)).data as unknown as Who;
  const execute = (sql: string, params: unknown[]) => test().database.fork(school(world.schoolId)).execute(sql, params);

  it('lets a parent in as often as the slip is held up, on every phone, and shows who is where', async () => {
    const [parent] = world.families[0]!.guardians;
    const first = await enter(parent!.slip.token, { device: 'Kitchen phone' });
    expect(first.signedIn).toMatchObject({
      __typename: 'SignedIn', bearerToken: null,
      viewer: { id: parent!.id, roles: [], constituencies: ['PARENT'], locale: 'en', person: { displayName: parent!.name }, environment: { slug: world.slug } },
    });
    expect(new Date(first.signedIn.expiresAt).getTime() - Date.now()).toBeGreaterThan(29 * DAY);
    expect(first.answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(first.answer.text).not.toContain(first.cookie.split('=')[1]);

    const second = await enter(parent!.slip.token, { device: 'Old phone' });
    const sessions = (await who({ cookie: second.cookie })).viewer!.sessions;
    expect(sessions.filter((each) => each.transport === 'COOKIE').map((each) => each.device).sort()).toEqual(['Kitchen phone', 'Old phone']);
    expect(sessions.filter((each) => each.current).map((each) => each.device)).toEqual(['Old phone']);

    const other = sessions.find((each) => each.device === 'Kitchen phone')!;
    await served.ask('mutation($id: ID!) { revokeSession(id: $id) { id } }', { id: other.id }, { cookie: second.cookie });
    expect((await who({ cookie: first.cookie })).viewer).toBeNull();
    expect((await who({ cookie: second.cookie })).viewer).not.toBeNull();

    const out = await served.ask('mutation { signOut }', {}, { cookie: second.cookie });
    expect(out.data).toEqual({ signOut: true });
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    expect((await who({ cookie: second.cookie })).viewer).toBeNull();
    expect((await served.ask('mutation { signOut }')).data).toEqual({ signOut: false });
  });

  it('gives a program a bearer token once, and takes neither kind of token for the other', async () => {
    const [, , parent] = world.parents;
    const { signedIn, answer } = await enter(parent!.slip.token, { transport: 'BEARER' });
    expect(signedIn.bearerToken).toMatch(/^[\w-]{43}$/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const authorization = `Bearer ${signedIn.bearerToken}`;
    expect((await who({ authorization })).viewer?.id).toBe(parent!.id);
    expect((await who({ cookie: `plenary=${signedIn.bearerToken}` })).viewer).toBeNull();
    const { cookie } = await enter(parent!.slip.token);
    expect((await who({ authorization: `Bearer ${cookie.split('=')[1]}` })).viewer).toBeNull();
  });

  it('replaces the session of the browser that signs in again, so that a shared phone keeps one', async () => {
    const [first, second] = world.families[0]!.guardians;
    const mine = await enter(first!.slip.token);
    const theirs = await enter(second!.slip.token, {}, { cookie: mine.cookie });
    expect((await who({ cookie: mine.cookie })).viewer).toBeNull();
    expect((await who({ cookie: theirs.cookie })).viewer?.id).toBe(second!.id);
  });

  it('gives a working day to holders of a role, also from the moment they are given one', async () => {
    const { signedIn } = await enter(world.clerks[0]!.slip.token);
    expect(new Date(signedIn.expiresAt).getTime() - Date.now()).toBeLessThan(8 * 3600_000 + 5000);
    const parent = world.parents.at(-1)!;
    const { cookie } = await enter(parent.slip.token);
    await served.ask('mutation($id: ID!) { grantRole(personId: $id, role: OFFICER) { id } }', { id: parent.id }, world.administrators[0]!.headers);
    const answer = await served.ask('{ viewer { roles sessions { expiresAt } } }', {}, { cookie });
    const viewer = answer.data!['viewer'] as { roles: string[]; sessions: { expiresAt: string }[] };
    expect(viewer.roles).toEqual(['OFFICER']);
    for (const { expiresAt } of viewer.sessions) expect(new Date(expiresAt).getTime() - Date.now()).toBeLessThan(8 * 3600_000 + 5000);
  });

  it('moves the end of a session forward while it is used, and not past its end', async () => {
    const parent = world.staff[0]!;
    const used = await enter(parent.slip.token);
    const idle = await enter(parent.slip.token);
    const hashOf = `(select id from session where person_id = ? and transport = 'COOKIE' order by started_at`;
    await execute(`update session set last_seen_at = now() - interval '2 days', expires_at = now() + interval '1 day' where id = ${hashOf} limit 1)`, [parent.id]);
    await execute(`update session set expires_at = now() - interval '1 second' where id = ${hashOf} desc limit 1)`, [parent.id]);
    const source = sessionSource(test().database);
    expect(await source.find(idle.cookie.split('=')[1]!, true)).toBeNull();
    expect(await source.find(used.cookie.split('=')[1]!, true)).toMatchObject({ personId: parent.id });
    const [row] = await execute(`select expires_at > now() + interval '29 days' as slid from session where id = ${hashOf} limit 1)`, [parent.id]) as { slid: boolean }[];
    expect(row!.slid).toBe(true);
  });

  it('answers alike for a slip that never was, has expired, was revoked, or whose person left', async () => {
    const db = test().database;
    const gone = await aSchool(db).withAdministrators().withParents(3).open();
    const [expired, revoked, left] = gone.parents;
    const inSchool = db.fork(school(gone.schoolId));
    await inSchool.execute(`update access_slip set expires_at = now() where person_id = ?`, [expired!.id]);
    await inSchool.execute(`update access_slip set revoked_at = now() where person_id = ?`, [revoked!.id]);
    await served.ask('mutation($id: ID!) { markPersonLeft(id: $id) { id active } }', { id: left!.id }, gone.administrators[0]!.headers);
    for (const token of [newSlip().token, expired!.slip.token, revoked!.slip.token, left!.slip.token]) {
      expect((await enter(token)).answer.data).toEqual(UNKNOWN);
    }
    expect((await who(left!.headers)).viewer).toBeNull();
  });

  it('says which field is wrong when the slip itself is sent, without repeating it', async () => {
    const { answer } = await enter(world.clerks[0]!.slip.text);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });
    expect(answer.text).not.toContain(world.clerks[0]!.slip.text);
  });

  it('counts every alias of a request as a try of its own', async () => {
    const token = newSlip().token;
    const aliases = Array.from({ length: 12 }, (_, n) => `a${n}: signIn(input: { token: $token }) { ... on SignInRefused { reason retryAfter } }`);
    const reasons: string[] = [];
    for (let request = 0; request < 2; request += 1) {
      const answer = await served.ask(`mutation($token: String!) { ${aliases.join(' ')} }`, { token });
      reasons.push(...Object.values(answer.data as Record<string, { reason: string; retryAfter: number | null }>).map((each) => each.reason));
    }
    expect(reasons.filter((each) => each === 'UNKNOWN_SLIP')).toHaveLength(20);
    expect(reasons.filter((each) => each === 'THROTTLED')).toHaveLength(4);
  });

  it('keeps the language a person chose', async () => {
    const parent = world.families[0]!.guardians[0]!;
    const set = (locale: string) => served.ask('mutation($locale: String!) { setPreferences(input: { locale: $locale }) { locale person { locale } } }', { locale }, parent.headers);
    expect((await set('es')).data).toEqual({ setPreferences: { locale: 'es', person: { locale: 'es' } } });
    expect((await set('Spanish!')).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });
  });
});
