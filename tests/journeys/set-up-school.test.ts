import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { firstSetupLink, sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { newSlip } from '../../packages/server/src/modules/people/seed/slip-secret.ts';
import { type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { gate } from '../../packages/server/src/platform/database/database.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

const SET_UP = `mutation($input: SetUpSchoolInput!) { setUpSchool(input: $input) {
  __typename
  ... on SignedIn { viewer { roles constituencies environment { slug name viewerCan { administer } } person { displayName slips { usable } } needs { kind } } }
  ... on SignInRefused { reason }
} }`;

onEachEngine('the first administrator of an empty server', entities, (test) => {
  let served: ServedHouse;
  let links: string[];
  const slip = newSlip();

  const setUp = async (link: string, more: object = {}) => {
    const answer = await served.ask(SET_UP, { input: {
      setupToken: link, schoolName: 'Harbor School', environmentName: 'Harbor', slug: 'harbor', timeZone: 'America/Los_Angeles',
      requiredLocales: ['en', 'es'], givenName: 'Olga', familyName: 'Prado', locale: 'es', slipTokenHash: slip.tokenHash.toString('hex'), ...more,
    } });
    return { answer, result: answer.data?.['setUpSchool'] as { __typename: string; reason?: string } | undefined };
  };

  beforeAll(async () => {
    const db = test().database;
    served = await serveHouse({ db, schema: buildSchema(), rooms, sessions: sessionSource(db) });
    const printed = [await firstSetupLink(served.house), await firstSetupLink(served.house), await firstSetupLink(served.house)];
    links = printed.map((link) => link!.split('#')[1]!);
  });
  afterAll(async () => { await served.close(); });

  it('is asked for a link that exists and for a school that could', async () => {
    expect((await setUp(newSlip().token)).result).toEqual({ __typename: 'SignInRefused', reason: 'UNKNOWN_SLIP' });
    for (const bad of [{ slug: 'Harbor School' }, { timeZone: 'Nowhere' }, { requiredLocales: [] }, { schoolName: '' }, { slipTokenHash: 'short' }]) {
      expect((await setUp(links[0]!, bad)).answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });
    }
    expect(await test().database.fork(gate).execute('select id from school')).toEqual([]);
  });

  it('makes one school, though several links are held up at once, and is signed in', async () => {
    const tries = await Promise.all(links.map((link, n) => setUp(link, { slug: `harbor-${n}`, slipTokenHash: (n === 0 ? slip : newSlip()).tokenHash.toString('hex') })));
    const made = tries.filter((each) => each.result?.__typename === 'SignedIn');
    expect(made).toHaveLength(1);
    expect(tries.filter((each) => each.result?.reason === 'SETUP_ALREADY_DONE')).toHaveLength(links.length - 1);
    expect(made[0]!.result).toMatchObject({ viewer: {
      roles: ['ADMINISTRATOR'], constituencies: ['ADMINISTRATOR'], environment: { name: 'Harbor', viewerCan: { administer: true } },
      person: { displayName: 'Olga Prado', slips: [{ usable: true }] }, needs: [{ kind: 'IMPORT_ROSTER' }],
    } });
    const cookie = made[0]!.answer.headers.get('set-cookie')!.split(';')[0]!;
    expect((await served.ask('{ viewer { locale } }', {}, { cookie })).data).toEqual({ viewer: { locale: 'es' } });
    for (const link of links) expect((await setUp(link)).result?.reason).toBe('SETUP_ALREADY_DONE');
    expect(await firstSetupLink(served.house)).toBeNull();
  });
});

onEachEngine('two administrators who would each remove the other', entities, (test) => {
  let served: ServedHouse;
  let world: World;

  beforeAll(async () => {
    const db = test().database;
    served = await serveHouse({ db, schema: buildSchema(), rooms, sessions: sessionSource(db) });
    world = await aSchool(db).withAdministrators(6).open();
  });
  afterAll(async () => { await served.close(); });

  it('leave one behind, however many act at once', async () => {
    const all = world.administrators;
    const answers = await Promise.all(all.map((each, n) => served.ask(
      'mutation($id: ID!) { revokeRole(personId: $id, role: ADMINISTRATOR) { id } }', { id: all[(n + 1) % all.length]!.id }, each.headers)));
    expect(answers.every((each) => each.errors === undefined)).toBe(false);
    for (const { errors } of answers) if (errors) expect(['NOT_FOUND', 'BAD_INPUT', 'BUSY']).toContain(errors[0]!.extensions['code']);
    const left = await test().database.executeAsOwner(`select count(*)::int as n from role_grant where role = 'ADMINISTRATOR'`);
    expect(left.rows[0]!['n']).toBeGreaterThan(0);
  });
}, 'postgresql');
