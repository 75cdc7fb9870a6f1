import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { eligibleFor, sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { newSlip } from '../../packages/server/src/modules/people/seed/slip-secret.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

const PERSON = `query($id: ID!) { person(id: $id) {
  id displayName locale grade email phone englishLearner constituencies roles householdId
  guardians { id displayName phone } students { id grade } slips { usable }
} }`;
const PEOPLE = `query($id: ID!, $first: Int! = 50, $after: Cursor, $filter: PeopleFilter) { environment(id: $id) {
  people(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } edges { node { id displayName } } }
} }`;

interface Seen { id: string; displayName: string; grade: string | null; phone: string | null; locale: string; constituencies: string[]; guardians: { id: string; phone: string | null }[]; students: { id: string }[]; slips: object[] }
interface List { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string; displayName: string } }[] }

onEachEngine('the people of an environment', entities, (test) => {
  let served: ServedHouse;
  let world: World;
  let other: World;

  beforeAll(async () => {
    const db = test().database;
    served = await serveHouse({ db, schema: buildSchema(), rooms, sessions: sessionSource(db) });
    world = await aSchool(db).withAdministrators().withCoordinators().withClerks().withOfficers().withTeachers(12).withPartners(2)
      .withFamily({ guardians: 2, students: 2, englishLearner: true, locale: 'es' })
      .withFamily({ guardians: 2, twoHomes: true })
      .open();
    other = await aSchool(db, 'Other School').withAdministrators().withFamily().open();
  });
  afterAll(async () => { await served.close(); });

  const ask = (query: string, variables: object, by?: Member) => served.ask(query, variables, by?.headers ?? {});
  const see = async (whom: Member, by?: Member) => (await ask(PERSON, { id: whom.id }, by)).data?.['person'] as Seen | null | undefined;
  const list = async (by: Member, variables: object = {}) =>
    ((await ask(PEOPLE, { id: world.environmentId, ...variables }, by)).data!['environment'] as { people: List }).people;
  const refusal = async (query: string, variables: object, by: Member) => (await ask(query, variables, by)).errors?.[0]?.extensions;
  const act = async (name: string, personId: string, by: Member, more = '') => {
    const answer = await ask(`mutation($id: ID!) { ${name}(${more === '' ? 'id' : 'personId'}: $id${more}) { id active roles constituencies } }`, { id: personId }, by);
    return { person: answer.data?.[name] as { active: boolean; roles: string[]; constituencies: string[] } | undefined, error: answer.errors?.[0]?.extensions };
  };
  const [administrator, coordinator, clerk] = [() => world.administrators[0]!, () => world.coordinators[0]!, () => world.clerks[0]!];

  it('shows the public what is public: name, vision, size, and no group under eleven', async () => {
    const answer = await ask(`query($slug: String!) { environment(slug: $slug) { name school { name } vision { locale text } studentCount outsideSize
      constituencies { constituency size } viewerCan { administer seePeople draftBallots } } }`, { slug: world.slug });
    expect(answer.data!['environment']).toEqual({
      name: 'Test School Environment', school: { name: 'Test School' }, vision: [{ locale: 'en', text: 'All learn.' }], studentCount: 3, outsideSize: true,
      constituencies: [{ constituency: 'TEACHER', size: 13 }], viewerCan: { administer: false, seePeople: false, draftBallots: false },
    });
    const all = await ask('query($id: ID!) { environment(id: $id) { constituencies { constituency size } } }', { id: world.environmentId }, clerk());
    expect((all.data!['environment'] as { constituencies: object[] }).constituencies).toContainEqual({ constituency: 'EL_PARENT', size: 2 });
  });

  it('lists the environments of every school, page by page', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask('query($after: Cursor) { environments(first: 1, after: $after) { edges { node { slug } } pageInfo { hasNextPage endCursor } } }', { after });
      const page = data!['environments'] as { edges: { node: { slug: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      names.push(...page.edges.map((edge) => edge.node.slug));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual([other.slug, world.slug]);
  });

  it('hides a record from everybody but the person, the guardians and the keepers', async () => {
    const { guardians: [mother, father], students: [student, sibling] } = world.families[0]!;
    const stranger = world.families[1]!.guardians[0]!;
    expect(await see(student!, mother)).toMatchObject({ grade: '07', constituencies: ['STUDENT'], guardians: [{ id: mother!.id }, { id: father!.id }] });
    expect(await see(student!, student)).toMatchObject({ grade: '07', guardians: [{ phone: null }, { phone: null }] });
    expect(await see(student!, sibling)).toMatchObject({ grade: null, locale: 'und', constituencies: [] });
    expect(await see(student!, clerk())).toMatchObject({ grade: '07', slips: [{ usable: true }] });
    for (const by of [stranger, world.teachers[0]!, world.officers[0]!, world.partners[0]!, other.administrators[0]!]) {
      expect(await see(student!, by)).toBeNull();
    }
    expect((await ask(PERSON, { id: student!.id })).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await ask(PERSON, { id: 'no-such-person' }, clerk())).data).toEqual({ person: null });
  });

  it('keeps the two homes of one student apart', async () => {
    const { guardians: [here, there], students: [student] } = world.families[1]!;
    expect((await see(student!, here))?.guardians.map((each) => each.id)).toEqual([here!.id]);
    expect((await see(student!, there))?.guardians.map((each) => each.id)).toEqual([there!.id]);
    expect(await see(there!, here)).toBeNull();
  });

  it('lists people to keepers alone, by name, in pages that miss nobody, found by any part of a name', async () => {
    const { errors } = await ask(PEOPLE, { id: world.environmentId }, world.teachers[0]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(PEOPLE, { id: world.environmentId }, other.administrators[0])).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });

    const whole = await list(clerk(), { first: 100 });
    expect(whole.totalCount).toBe(whole.edges.length);
    const pieces: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: List = await list(clerk(), { first: 4, after });
      pieces.push(...page.edges.map((edge) => edge.node.id));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(pieces).toEqual(whole.edges.map((edge) => edge.node.id));

    expect((await list(clerk(), { filter: { constituency: 'EL_PARENT' } })).edges.map((edge) => edge.node.id).sort())
      .toEqual(world.families[0]!.guardians.map((each) => each.id).sort());
    expect((await list(clerk(), { filter: { role: 'COORDINATOR' } })).totalCount).toBe(1);
    expect((await list(clerk(), { filter: { active: false } })).totalCount).toBe(0);
    await ask('mutation($id: ID!) { updatePerson(input: { id: $id, givenName: "Íñigo", familyName: "Núñez_Peña" }) { id } }', { id: world.partners[1]!.id }, clerk());
    for (const search of ['nunez inigo', 'NÚÑEZ_P', 'pena']) expect((await list(clerk(), { filter: { search } })).totalCount).toBe(1);
    for (const search of ['%', 'nunezXpena', 'n_nez']) expect((await list(clerk(), { filter: { search } })).totalCount).toBe(0);
    for (const bad of [{ first: 0 }, { after: 'nonsense' }]) {
      expect(await refusal(PEOPLE, { id: world.environmentId, ...bad }, clerk())).toMatchObject({ code: 'BAD_INPUT' });
    }
    expect((await ask(PEOPLE, { id: world.environmentId, first: 5000 }, clerk())).errors).toBeDefined();
  });

  it('reads a page of people with everything about them in a handful of statements', async () => {
    const { db } = served.house;
    let statements = 0;
    const under = db.under.bind(db);
    Object.assign(db, {
      under: (...scope: Parameters<typeof under>): ReturnType<typeof under> => {
        const { execute } = under(...scope);
        return { execute: (...args) => { statements += 1; return execute(...args); } };
      },
    });
    try {
      await ask(`query($id: ID!) { environment(id: $id) { people { edges { node { displayName constituencies roles householdId
        slips { usable } guardians { displayName } students { displayName } } } } } }`, { id: world.environmentId }, clerk());
    } finally {
      Object.assign(db, { under });
    }
    expect(statements).toBeGreaterThan(4);
    expect(statements).toBeLessThan(16);
  });

  it('adds a partner, corrects the record, and says by field what cannot be', async () => {
    const add = (input: string, by: Member) => ask(
      `mutation($env: ID!) { addPerson(input: { environmentId: $env, ${input} }) { id displayName email constituencies roles } }`, { env: world.environmentId }, by);
    const answer = await add('givenName: "Ana", familyName: "Paz", locale: "es", constituencies: [COMMUNITY], roles: [], email: "ana@partner.example"', clerk());
    const ana = answer.data!['addPerson'] as { id: string };
    expect(ana).toMatchObject({ displayName: 'Ana Paz', email: 'ana@partner.example', constituencies: ['COMMUNITY'], roles: [] });

    const update = (input: string, id = ana.id) => ask(`mutation($id: ID!) { updatePerson(input: { id: $id, ${input} }) { displayName email locale englishLearner } }`, { id }, clerk());
    expect((await update('email: null, familyName: "Paz Ruiz"')).data!['updatePerson']).toMatchObject({ displayName: 'Ana Paz Ruiz', email: null, locale: 'es' });
    expect((await update('englishLearner: true')).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'englishLearner', rule: 'STUDENTS_ONLY' });
    expect((await update('locale: "not a language"')).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });

    const named = 'givenName: "Eva", familyName: "Sol", locale: "en"';
    expect((await add(`${named}, constituencies: [COMMUNITY], roles: [CLERK]`, clerk())).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'roles' });
    expect((await add(`${named}, constituencies: [STUDENT], roles: [CLERK]`, administrator())).errors?.[0]?.extensions).toMatchObject({ rule: 'STUDENT_HOLDS_NO_ROLE' });
    expect((await add(`${named}, constituencies: [EL_PARENT], roles: []`, clerk())).errors?.[0]?.extensions).toMatchObject({ rule: 'DERIVED' });
    expect((await add(`${named}, constituencies: [], roles: []`, clerk())).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });
    expect((await add(`${named}, constituencies: [PARENT], roles: []`, world.teachers[0]!)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect((await add(`${named}, constituencies: [PARENT], roles: []`, other.administrators[0]!)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('changes constituencies and roles by those who may, and never loses the last administrator', async () => {
    const teacher = world.teachers[3]!;
    expect((await act('addMembership', teacher.id, clerk(), ', constituency: PARENT')).person?.constituencies).toEqual(['PARENT', 'TEACHER']);
    expect((await act('removeMembership', teacher.id, clerk(), ', constituency: PARENT')).person?.constituencies).toEqual(['TEACHER']);
    expect((await act('addMembership', teacher.id, world.teachers[0]!, ', constituency: PARENT')).error).toMatchObject({ code: 'NOT_FOUND' });

    expect((await act('grantRole', teacher.id, coordinator(), ', role: CLERK')).error).toMatchObject({ code: 'NOT_FOUND' });
    expect((await act('grantRole', teacher.id, administrator(), ', role: CLERK')).person?.roles).toEqual(['CLERK']);
    expect((await act('grantRole', world.families[0]!.students[0]!.id, administrator(), ', role: CLERK')).error).toMatchObject({ rule: 'STUDENT_HOLDS_NO_ROLE' });
    expect((await act('revokeRole', administrator().id, administrator(), ', role: ADMINISTRATOR')).error).toMatchObject({ code: 'BAD_INPUT', rule: 'LAST_ADMINISTRATOR' });
    expect((await act('markPersonLeft', administrator().id, administrator())).error).toMatchObject({ rule: 'LAST_ADMINISTRATOR' });
    expect((await act('markPersonLeft', teacher.id, clerk())).error).toMatchObject({ code: 'NOT_FOUND' });
    expect((await act('revokeRole', teacher.id, administrator(), ', role: CLERK')).person?.roles).toEqual([]);
  });

  it('keeps a trail of every act, and tells of it', async () => {
    const em = test().database.fork(school(world.schoolId));
    const acts = (await em.execute<{ act: string }[]>('select act from audit_event order by ordinal')).map((each) => each.act);
    expect(acts).toEqual(expect.arrayContaining(['person.added', 'person.updated', 'membership.added', 'membership.removed', 'role.granted', 'role.revoked']));
    const topics = (await em.execute<{ topic: string }[]>('select distinct topic from outbox')).map((each) => each.topic);
    expect(topics).toEqual(expect.arrayContaining([`environment:${world.environmentId}`, `person:${world.teachers[3]!.id}`]));
    const detail = JSON.stringify(await em.execute('select detail from audit_event'));
    expect(detail).not.toMatch(/Ana|Paz|partner\.example/);
  });

  it('writes down which student\'s record the staff looked up, and nobody else\'s look', async () => {
    const em = test().database.fork(school(world.schoolId));
    const reads = () => em.execute<{ actor: string; subject: string; detail: object }[]>(
      `select actor_id as actor, subject_id as subject, detail from audit_event where act = 'person.read' order by ordinal`);
    const before = (await reads()).length;
    const since = async () => (await reads()).slice(before);
    const { guardians: [mother], students: [student, sibling] } = world.families[0]!;
    await see(student!, mother);
    await see(student!, student);
    await see(mother!, clerk());
    await see(world.teachers[0]!, clerk());
    await see(student!, world.teachers[0]!);
    await list(clerk());
    await ask('query($id: ID!) { environment(id: $id) { people { edges { node { grade locale constituencies } } } } }', { id: world.environmentId }, clerk());
    expect(await since()).toEqual([]);

    await ask('query($id: ID!) { one: person(id: $id) { id } two: person(id: $id) { displayName email phone } }', { id: student!.id }, clerk());
    const look = { actor: clerk().id, subject: student!.id, detail: {} };
    expect(await since()).toEqual([look]);

    // Contact data is written down whichever way it was reached, one row a student, and only where there is some.
    await em.execute('update person_pii set email = ?, phone = ? where person_id = any(?::uuid[])', ['kid@school.example', '555', `{${student!.id},${sibling!.id}}`]);
    await ask('query($id: ID!) { environment(id: $id) { people { edges { node { email phone } } } } }', { id: world.environmentId }, coordinator());
    await ask('query($id: ID!) { person(id: $id) { students { email } } }', { id: mother!.id }, administrator());
    const [, ...later] = await since();
    const by = (member: Member) => later.filter(({ actor }) => actor === member.id).map(({ subject }) => subject).toSorted();
    expect(by(coordinator())).toEqual([student!.id, sibling!.id].toSorted());
    expect(by(administrator())).toEqual([student!.id, sibling!.id].toSorted());
    expect(later).toHaveLength(4);
    const rows = await em.execute<{ ordinal: string; hash: Buffer }[]>('select ordinal, hash from audit_event order by ordinal');
    expect(new Set(rows.map(({ hash }) => hash.toString('hex'))).size).toBe(rows.length);
  });

  it('makes slips from hashes alone; a new letter ends the old one and what it had opened', async () => {
    const make = `mutation($env: ID!, $slips: [SlipInput!]!, $until: DateTimeISO!, $earlier: Boolean! = true) {
      makeAccessSlips(input: { environmentId: $env, slips: $slips, expiresAt: $until, revokeEarlier: $earlier }) { made revoked } }`;
    const until = new Date(Date.now() + 90 * 24 * 3600_000).toISOString();
    const parent = world.families[1]!.guardians[1]!;
    const signIn = async (token: string) => {
      const answer = await ask('mutation($token: String!) { signIn(input: { token: $token }) { __typename } }', { token });
      return { kind: (answer.data!['signIn'] as { __typename: string }).__typename, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
    };
    const before = await signIn(parent.slip.token);
    const slip = newSlip();
    const order = (people: readonly Member[], hash = slip.tokenHash) => ({
      env: world.environmentId, until, slips: people.map((each) => ({ personId: each.id, tokenHash: hash.toString('hex') })),
    });
    expect((await ask(make, order([parent]), clerk())).data).toEqual({ makeAccessSlips: { made: 1, revoked: 1 } });
    expect((await signIn(parent.slip.token)).kind).toBe('SignInRefused');
    expect((await signIn(slip.token)).kind).toBe('SignedIn');
    expect((await served.ask('{ viewer { id } }', {}, { cookie: before.cookie })).data).toEqual({ viewer: null });

    // A clerk who could sign in as an administrator could certify alone.
    expect(await refusal(make, order([administrator()], newSlip().tokenHash), clerk())).toMatchObject({ code: 'NOT_FOUND', field: 'slips.0.personId' });
    expect(await refusal(make, order([parent], newSlip().tokenHash), world.teachers[0]!)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(make, order([other.parents[0]!], newSlip().tokenHash), clerk())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(make, order([world.families[1]!.guardians[0]!]), clerk())).toMatchObject({ code: 'BAD_INPUT', rule: 'REPEATED' });
    expect(await refusal(make, { ...order([parent], newSlip().tokenHash), until: '2020-01-01T00:00:00.000Z' }, clerk())).toMatchObject({ rule: 'PAST' });
    expect(await refusal(make, { ...order([parent]), slips: [{ personId: parent.id, tokenHash: 'abc' }] }, clerk())).toMatchObject({ code: 'BAD_INPUT' });

    const { data } = await ask('query($id: ID!) { person(id: $id) { slips { id usable lastUsedAt revokedAt } } }', { id: parent.id }, clerk());
    const slips = (data!['person'] as { slips: { id: string; usable: boolean; lastUsedAt: string | null }[] }).slips;
    expect(slips.map((each) => each.usable)).toEqual([true, false]);
    expect(slips[0]!.lastUsedAt).not.toBeNull();
    const revoke = 'mutation($id: ID!) { revokeAccessSlip(id: $id) { usable revokedAt } }';
    expect(await refusal(revoke, { id: slips[0]!.id }, world.teachers[0]!)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(revoke, { id: slips[0]!.id }, clerk())).data!['revokeAccessSlip']).toMatchObject({ usable: false });
    expect((await signIn(slip.token)).kind).toBe('SignInRefused');
  });

  it('ends with a new letter also what an expired one had opened', async () => {
    const partner = world.partners[1]!;
    const signedIn = await ask('mutation($token: String!) { signIn(input: { token: $token, transport: BEARER }) { ... on SignedIn { bearerToken } } }', { token: partner.slip.token });
    const headers = { authorization: `Bearer ${(signedIn.data!['signIn'] as { bearerToken: string }).bearerToken}` };
    await test().database.under(school(world.schoolId)).execute(
      'update access_slip set expires_at = clock_timestamp() where person_id = ?', [partner.id]);
    expect((await served.ask('{ viewer { id } }', {}, headers)).data).toEqual({ viewer: { id: partner.id } });
    const slip = newSlip();
    expect((await ask(`mutation($env: ID!, $slips: [SlipInput!]!, $until: DateTimeISO!) {
      makeAccessSlips(input: { environmentId: $env, slips: $slips, expiresAt: $until }) { made revoked } }`, {
      env: world.environmentId, until: new Date(Date.now() + 24 * 3600_000).toISOString(), slips: [{ personId: partner.id, tokenHash: slip.tokenHash.toString('hex') }],
    }, clerk())).data).toEqual({ makeAccessSlips: { made: 1, revoked: 0 } });
    await vi.waitFor(async () => expect((await served.ask('{ viewer { id } }', {}, headers)).data).toEqual({ viewer: null }));
  });

  it('closes, when a role is given, the letters that somebody else than an administrator made before', async () => {
    const make = `mutation($env: ID!, $slips: [SlipInput!]!, $until: DateTimeISO!) {
      makeAccessSlips(input: { environmentId: $env, slips: $slips, expiresAt: $until, revokeEarlier: false }) { made } }`;
    const enter = 'mutation($token: String!) { signIn(input: { token: $token, transport: BEARER }) { __typename ... on SignedIn { bearerToken } } }';
    const signIn = async (token: string) => (await ask(enter, { token })).data!['signIn'] as { __typename: string; bearerToken: string };
    const teacher = world.teachers[9]!;
    const until = new Date(Date.now() + 24 * 3600_000).toISOString();
    const letter = async (by: Member) => {
      const slip = newSlip();
      const slips = [{ personId: teacher.id, tokenHash: slip.tokenHash.toString('hex') }];
      expect((await ask(make, { env: world.environmentId, until, slips }, by)).data).toEqual({ makeAccessSlips: { made: 1 } });
      return slip.token;
    };
    const [byClerk, byAdministrator] = [await letter(clerk()), await letter(administrator())];
    const headers = { authorization: `Bearer ${(await signIn(byClerk)).bearerToken}` };

    await act('grantRole', teacher.id, administrator(), ', role: COORDINATOR');
    // The clerk may have kept a copy, and would have been the second certifier too.
    expect((await signIn(byClerk)).__typename).toBe('SignInRefused');
    await vi.waitFor(async () => expect((await served.ask('{ viewer { id } }', {}, headers)).data).toEqual({ viewer: null }));
    expect((await signIn(byAdministrator)).__typename).toBe('SignedIn');
    await act('revokeRole', teacher.id, administrator(), ', role: COORDINATOR');
  });

  it('tells the keepers what waits: slips to make, a roster to import', async () => {
    const needs = async (by: Member) => ((await ask('{ viewer { needs { id kind targetId } } }', {}, by)).data!['viewer'] as { needs: { kind: string }[] }).needs.map((each) => each.kind);
    expect(await needs(clerk())).toContain('MAKE_SLIPS');
    expect(await needs(world.teachers[0]!)).toEqual([]);
    const empty = await aSchool(test().database, 'Empty School').withAdministrators().open();
    expect(await needs(empty.administrators[0]!)).toEqual(['IMPORT_ROSTER']);
  });

  it('changes an environment by its administrators, who read it back in the same answer', async () => {
    const update = `mutation($input: UpdateEnvironmentInput!) { updateEnvironment(input: $input) { name requiredLocales timeZone vision { locale text } } }`;
    const input = { id: world.environmentId, name: 'Renamed', requiredLocales: ['en', 'hy'], vision: [{ locale: 'es', text: 'Todos aprenden.' }] };
    expect((await ask(update, { input }, administrator())).data!['updateEnvironment']).toEqual({
      name: 'Renamed', requiredLocales: ['en', 'hy'], timeZone: 'America/Los_Angeles', vision: [{ locale: 'es', text: 'Todos aprenden.' }],
    });
    expect(await refusal(update, { input }, coordinator())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(update, { input }, other.administrators[0]!)).toMatchObject({ code: 'NOT_FOUND' });
    for (const bad of [{ timeZone: 'Mars/Olympus' }, { requiredLocales: [] }, { requiredLocales: ['english please'] }, { name: ' ' }, { vision: [{ locale: 'xx_YY', text: 'x' }] }]) {
      expect(await refusal(update, { input: { id: world.environmentId, ...bad } }, administrator())).toMatchObject({ code: 'BAD_INPUT' });
    }
  });

  it('would put each person on a roll once: staff before parent, English-learner parents before parents', async () => {
    const teacher = world.teachers[5]!;
    await act('addMembership', teacher.id, clerk(), ', constituency: PARENT');
    const em = test().database.fork(school(world.schoolId));
    const roll = await eligibleFor(em, world.environmentId, ['PARENT', 'EL_PARENT', 'TEACHER', 'STUDENT']);
    expect(new Set(roll.map((each) => each.personId)).size).toBe(roll.length);
    const of = (member: Member) => roll.find((each) => each.personId === member.id)?.constituency;
    expect(of(teacher)).toBe('TEACHER');
    expect(of(world.families[0]!.guardians[0]!)).toBe('EL_PARENT');
    expect(of(world.families[1]!.guardians[0]!)).toBe('PARENT');

    await act('markPersonLeft', world.families[0]!.students[0]!.id, clerk());
    await act('markPersonLeft', world.families[0]!.students[1]!.id, clerk());
    const after = await eligibleFor(em, world.environmentId, ['PARENT', 'EL_PARENT', 'STUDENT']);
    expect(after.find((each) => each.personId === world.families[0]!.guardians[0]!.id)?.constituency).toBe('PARENT');
    expect(after.some((each) => each.personId === world.families[0]!.students[0]!.id)).toBe(false);
  });
});
