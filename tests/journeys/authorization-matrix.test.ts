import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isCompositeType, isIntrospectionType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { school } from '../../packages/server/src/platform/database/database.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { FIELD_LINES, type FieldLines, NOT_PERSONAL, ROOT_LINES, type RootLine, VIEWERS, type Who } from './authorization-matrix.ts';
import { Talk } from './talk.ts';

const schema: GraphQLSchema = buildSchema();
const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;
const fieldNames = (type: string) => Object.keys((schema.getType(type) as GraphQLObjectType).getFields());
const isPublic = (coordinate: string) => {
  const [type = '', field = ''] = coordinate.split('.');
  return (schema.getType(type) as GraphQLObjectType).getFields()[field]?.extensions['access'] === 'PUBLIC';
};

describe('the authorization matrix has a line for', () => {
  it('every root field, and none that does not exist', () => {
    const there = ROOTS.flatMap((root) => fieldNames(root).map((field) => `${root}.${field}`));
    expect([...new Set(ROOT_LINES.map(({ field }) => field))].sort()).toEqual(there.sort());
  });

  it('every object type: personal or not', () => {
    const types = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !isIntrospectionType(type) && !ROOTS.some((root) => root === type.name))
      .map(({ name }) => name);
    const listed = new Set([...NOT_PERSONAL, ...FIELD_LINES.map(({ type }) => type)]);
    expect(types.filter((name) => !listed.has(name))).toEqual([]);
    expect([...listed].filter((name) => !types.includes(name))).toEqual([]);
  });

  it('every field of every personal type', () => {
    const types = [...new Set(FIELD_LINES.map(({ type }) => type))];
    const there = types.flatMap((type) => fieldNames(type).map((field) => `${type}.${field}`));
    const listed = new Set(FIELD_LINES.flatMap(({ type, fields }) => fields.split(' ').map((field) => `${type}.${field}`)));
    expect(there.filter((each) => !listed.has(each))).toEqual([]);
    expect([...listed].filter((each) => !there.includes(each))).toEqual([]);
  });
});

describe('the authorization matrix, executed', () => {
  let database: TestDatabase;
  let served: ServedHouse;
  let world: World;
  let child: Member;
  let viewers: Record<Who, Member | null>;
  const sockets = new Map<Who, Talk>();
  /** What the fixed targets are; fresh ones are made for each act. */
  const fixed: Record<string, string> = {};

  beforeAll(async () => {
    database = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: database.database, schema, rooms, sessions: sessionSource(database.database) });
    const db = database.database;
    world = await aSchool(db).withAdministrators(2).withCoordinators(2).withClerks(2).withOfficers(1).withTeachers(1).withStaff(1)
      .withFamily({ guardians: 2, englishLearner: true }).withFamily().open();
    const elsewhere = await aSchool(db, 'Other School').withFamily().open();
    child = world.families[0]!.students[0]!;
    viewers = {
      anonymous: null,
      parent: world.families[0]!.guardians[0]!,
      foreignParent: elsewhere.families[0]!.guardians[0]!,
      student: world.families[1]!.students[0]!,
      staff: world.staff[0]!,
      clerk: world.clerks[0]!,
      coordinator: world.coordinators[0]!,
      administrator: world.administrators[0]!,
    };
    const em = db.fork(school(world.schoolId));
    await em.execute(`update person_pii set email = 'family@example.org', phone = '555 0100'`);
    await em.execute(`update session set device = 'a phone'`);
    await db.fork(school(elsewhere.schoolId)).execute(`update session set device = 'a phone'`);
    await em.execute(
      `insert into access_slip (school_id, person_id, token_hash, expires_at, revoked_at, last_used_at) values (?, ?, ?, now() + interval '1 day', now(), now())`,
      [world.schoolId, child.id, randomBytes(32)]);
    fixed['child'] = child.id;
    fixed['parent'] = viewers.parent!.id;
    fixed['environment'] = world.environmentId;
    fixed['rosterImport'] = await rosterImport();
    fixed['openBallot'] = (await ballot('OPEN')).id;
    fixed['draft'] = (await ballot('DRAFT')).id;
    fixed['certified'] = await certified();
  });
  afterAll(async () => {
    for (const talk of sockets.values()) talk.socket.terminate();
    await served?.close();
    await database?.database.close();
  });

  const ask = (who: Member | null, document: string, variables: object = {}) => served.ask(document, variables, { ...who?.headers });

  async function socketOf(who: Who): Promise<Talk> {
    const open = sockets.get(who);
    if (open) return open;
    const talk = new Talk(served.address);
    sockets.set(who, talk);
    await talk.opened;
    talk.say({ type: 'connection_init', payload: viewers[who] === null ? {} : { authorization: `Bearer ${viewers[who].bearer}` } });
    expect(await talk.next()).toMatchObject({ type: 'connection_ack' });
    return talk;
  }

  let operations = 0;
  /** First answer to an operation over the socket, in the form of an answer over HTTP. */
  async function over(who: Who, document: string, variables: object): Promise<{ data?: unknown; errors?: readonly { extensions: Record<string, unknown> }[] }> {
    const talk = await socketOf(who);
    operations += 1;
    const id = String(operations);
    talk.say({ id, type: 'subscribe', payload: { query: document, variables } });
    const message = await talk.next();
    talk.say({ id, type: 'complete' });
    return message.type === 'error' ? { errors: message.payload as [] } : message.payload as object;
  }

  // Targets ------------------------------------------------------------------------------------------------------

  const wording = () => ({
    environmentId: world.environmentId, method: 'YES_NO', binding: 'ADVISORY', combine: 'EVERY_CONSTITUENCY', options: [], description: [],
    question: [{ locale: 'en', text: 'Shall school start at nine?' }, { locale: 'es', text: '¿La escuela debe empezar a las nueve?' }],
    constituencies: [{ constituency: 'PARENT', quorum: { kind: 'NONE' } }],
    closesAt: new Date(Date.now() + 3_600_000).toISOString(),
  });

  async function act(by: Member, name: string, { id, version }: { id: string; version: number }, extra = ''): Promise<{ id: string; version: number }> {
    const answer = await ask(by, `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version${extra}) { __typename ... on BallotChanged { ballot { id version } } } }`, { id, version });
    const changed = answer.data?.[name] as { ballot?: { id: string; version: number } } | undefined;
    if (!changed?.ballot) throw new Error(`${name}: ${answer.text}`);
    return changed.ballot;
  }

  async function ballot(state: 'DRAFT' | 'SCHEDULED' | 'OPEN' | 'TALLIED'): Promise<{ id: string; version: number }> {
    const by = viewers.coordinator!;
    const answer = await ask(by, 'mutation ($input: BallotInput!) { draftBallot(input: $input) { ... on BallotSaved { ballot { id version } } } }', { input: wording() });
    let made = (answer.data?.['draftBallot'] as { ballot: { id: string; version: number } }).ballot;
    if (state !== 'DRAFT') made = await act(by, 'scheduleBallot', made);
    if (state === 'OPEN' || state === 'TALLIED') made = await act(by, 'openBallot', made);
    if (state === 'TALLIED') made = await act(by, 'closeBallot', made, ', reason: "Done."');
    return made;
  }

  async function certified(): Promise<string> {
    const tallied = await ballot('TALLIED');
    await act(world.coordinators[1]!, 'certifyBallot', await act(world.clerks[1]!, 'certifyBallot', tallied));
    return tallied.id;
  }

  async function rosterImport(): Promise<string> {
    const id = randomUUID();
    const em = database.database.fork(school(world.schoolId));
    await em.execute(
      `insert into roster_import (id, school_id, environment_id, state, file_name, version, orgs, counts, done, total, fault_count, warning_count, finished_at)
       values (?, ?, ?, 'PREVIEWED', 'roster.zip', '1.1', ?::jsonb, ?::jsonb, 1, 1, 0, 1, now())`,
      [id, world.schoolId, world.environmentId, '[{"sourcedId":"s1","name":"School","people":1}]', '[{"effect":"ADD","subject":"PERSON","count":1}]']);
    await em.execute(
      `insert into roster_import_fault (import_id, school_id, ordinal, level, code, file, line, column_name, value) values (?, ?, 0, 'WARNING', 'NO_EMAIL', 'users.csv', 2, 'email', 'x')`,
      [id, world.schoolId]);
    await em.execute(
      `insert into roster_import_row (import_id, school_id, ordinal, file, line, effect, source_id, record, changes) values (?, ?, 0, 'users.csv', 2, 'ADD', 'u1', ?::jsonb, '{email}')`,
      [id, world.schoolId, '{"name":"Ada Lovelace","constituencies":["PARENT"],"stated":null}']);
    return id;
  }

  async function person(constituency = 'TEACHER', role?: string): Promise<string> {
    const id = randomUUID();
    const em = database.database.fork(school(world.schoolId));
    await em.execute('insert into person (id, school_id) values (?, ?)', [id, world.schoolId]);
    await em.execute(`insert into person_pii (person_id, school_id, given_name, family_name) values (?, ?, 'Fresh', 'Person')`, [id, world.schoolId]);
    await em.execute('insert into membership (school_id, environment_id, person_id, constituency) values (?, ?, ?, ?)', [world.schoolId, world.environmentId, id, constituency]);
    if (role) await em.execute('insert into role_grant (school_id, environment_id, person_id, role) values (?, ?, ?, ?)', [world.schoolId, world.environmentId, id, role]);
    return id;
  }

  /** Another session of the same person; its token. */
  async function session(member: Member): Promise<{ id: string; bearer: string }> {
    const [id, bearer] = [randomUUID(), randomBytes(32).toString('base64url')];
    const schoolId = member === viewers.foreignParent ? (await foreignSchool()) : world.schoolId;
    await database.database.fork(school(schoolId)).execute(
      `insert into session (id, school_id, person_id, token_hash, transport, expires_at) values (?, ?, ?, ?, 'BEARER', now() + interval '1 hour')`,
      [id, schoolId, member.id, createHash('sha256').update(bearer).digest()]);
    return { id, bearer };
  }
  async function foreignSchool(): Promise<string> {
    const { rows } = await database.database.executeAsOwner('select school_id from session where id = $1', [viewers.foreignParent!.sessionId]);
    return rows[0]!['school_id'] as string;
  }

  const slips = (personId: string) => ({ input: {
    environmentId: world.environmentId, expiresAt: new Date(Date.now() + 86_400_000).toISOString(), revokeEarlier: false,
    slips: [{ personId, tokenHash: randomBytes(32).toString('hex') }],
  } });
  const newcomer = (roles: string[]) => ({ input: { environmentId: world.environmentId, givenName: 'New', familyName: 'Comer', locale: 'en', constituencies: ['COMMUNITY'], roles } });

  const targets: Record<string, (who: Who) => Promise<object>> = {
    nothing: async () => ({}),
    environment: async () => ({ id: world.environmentId }),
    openBallot: async () => ({ id: fixed['openBallot'] }),
    draft: async () => ({ id: fixed['draft'] }),
    child: async () => ({ id: child.id }),
    rosterImport: async () => ({ id: fixed['rosterImport'] }),
    unknownSlip: async () => ({ input: { token: randomBytes(32).toString('hex') } }),
    unknownSetUp: async () => ({ input: {
      setupToken: randomBytes(32).toString('hex'), schoolName: 'Any School', environmentName: 'Any', slug: 'any-school', timeZone: 'America/Los_Angeles', requiredLocales: ['en'],
      givenName: 'Any', familyName: 'Body', locale: 'en', slipTokenHash: randomBytes(32).toString('hex'),
    } }),
    throwawaySession: async () => ({}),
    ownOtherSession: async (who) => ({ id: viewers[who] ? (await session(viewers[who])).id : randomUUID() }),
    strangersSession: async (who) => ({ id: (await session(who === 'staff' ? viewers.parent! : viewers.staff!)).id }),
    preferences: async () => ({ input: { locale: 'en' } }),
    environmentSettings: async () => ({ input: { id: world.environmentId, timeZone: 'America/Los_Angeles' } }),
    newcomer: async () => newcomer([]),
    newAdministrator: async () => newcomer(['OFFICER']),
    personChange: async () => ({ input: { id: await person(), givenName: 'Changed' } }),
    officerChange: async () => ({ input: { id: await person('TEACHER', 'OFFICER'), givenName: 'Changed' } }),
    freshPerson: async () => ({ id: await person() }),
    membership: async () => ({ personId: await person(), constituency: 'TEACHER' }),
    role: async () => ({ personId: await person(), role: 'OFFICER' }),
    slipForPerson: async () => slips(await person()),
    slipForOfficer: async () => slips(await person('TEACHER', 'OFFICER')),
    freshSlip: async () => {
      const id = randomUUID();
      await database.database.fork(school(world.schoolId)).execute(
        `insert into access_slip (id, school_id, person_id, token_hash, expires_at) values (?, ?, ?, ?, now() + interval '1 day')`,
        [id, world.schoolId, await person(), randomBytes(32)]);
      return { id };
    },
    freshImport: async () => ({ id: await rosterImport() }),
    freshImportOrg: async () => ({ id: await rosterImport(), org: 's1' }),
    freshImportInput: async () => ({ input: { id: await rosterImport() } }),
    wording: async () => ({ input: wording() }),
    freshDraft: () => ballot('DRAFT'),
    freshDraftAndWording: async () => ({ ...await ballot('DRAFT'), input: wording() }),
    freshScheduled: () => ballot('SCHEDULED'),
    freshOpen: () => ballot('OPEN'),
    talliedBallot: () => ballot('TALLIED'),
    vote: async () => {
      const open = await ballot('OPEN');
      const answer = await ask(null, 'query ($id: ID!) { ballot(id: $id) { options { id } } }', { id: open.id });
      const [option] = (answer.data?.['ballot'] as { options: { id: string }[] }).options;
      return { input: { ballotId: open.id, optionIds: [option!.id], key: randomBytes(16).toString('hex') } };
    },
  };

  // The lines ----------------------------------------------------------------------------------------------------

  type Got = 'YES' | 'REFUSED' | 'NULL' | string;
  const got = ({ data, errors }: { data?: unknown; errors?: readonly { extensions: Record<string, unknown> }[] }, past: readonly string[] = []): Got => {
    const [error] = errors ?? [];
    if (error) {
      const { code, rule } = error.extensions;
      return code === 'BAD_INPUT' && past.includes(String(rule)) ? 'YES' : `${String(code)}${code === 'BAD_INPUT' ? ` ${String(rule)}` : ''}`;
    }
    const [value] = Object.values(data as Record<string, { __typename?: string } | null>);
    if (value === null) return 'NULL';
    return value?.__typename?.endsWith('Refused') ? 'REFUSED' : 'YES';
  };
  const expected = (line: RootLine, who: Who): Got => {
    if (line.yes.includes(who)) return 'YES';
    if (line.refused?.includes(who)) return 'REFUSED';
    return who === 'anonymous' && !line.open && !isPublic(line.field) ? 'UNAUTHENTICATED' : line.no ?? 'no such line';
  };

  for (const line of ROOT_LINES) {
    const title = `${line.field}${line.about ? ` (${line.about})` : ''}`;
    const isSubscription = line.field.startsWith('Subscription.');
    it(`${title}, over ${isSubscription ? 'the socket' : 'HTTP'} as told and refused over the other`, async () => {
      const [here, there]: Record<string, Got>[] = [{}, {}];
      for (const who of VIEWERS) {
        const variables = await targets[line.target]!(who);
        const as = line.target === 'throwawaySession' && viewers[who] ? { ...viewers[who], headers: { authorization: `Bearer ${(await session(viewers[who])).bearer}` } } : viewers[who];
        const [http, socket] = [() => ask(as, line.document, variables), () => over(who, line.document, variables)];
        // The refused transport first: were it let in, it would have done the act already.
        there![who] = got(isSubscription ? await http() : await socket());
        here![who] = got(isSubscription ? await socket() : await http(), line.past);
      }
      expect(here).toEqual(Object.fromEntries(VIEWERS.map((who) => [who, expected(line, who)])));
      const refusal = isSubscription ? 'BAD_INPUT SOCKET_ONLY' : 'BAD_INPUT SUBSCRIPTIONS_ONLY';
      expect(there).toEqual(Object.fromEntries(VIEWERS.map((who) => [who, refusal])));
    });
  }

  const leaves = (value: unknown, path: readonly string[]): unknown[] => {
    if (Array.isArray(value)) return value.flatMap((each) => leaves(each, path));
    const [first, ...rest] = path;
    if (first === undefined) return [value];
    return value === null || typeof value !== 'object' ? [] : leaves((value as Record<string, unknown>)[first], rest);
  };
  /** Names of the fields from the root to the gap, arguments left out. */
  const pathOf = (document: string) => document.slice(document.indexOf('{')).split('…')[0]!.replace(/\([^)]*\)/g, '').split(/[{\s]+/).filter(Boolean);
  const selection = (type: string, field: string) => {
    const definition = (schema.getType(type) as GraphQLObjectType).getFields()[field]!;
    return isCompositeType(getNamedType(definition.type)) ? `${field} { __typename }` : field;
  };
  const saysNothing = (field: string, value: unknown) =>
    value === null || value === undefined || value === '' || value === 'und' || (field === 'englishLearner' && value === false);

  function seen(lines: FieldLines, field: string, path: string, data: unknown): boolean {
    const found = leaves(data, [...pathOf(path), field]);
    if (lines.says === 'anything') return leaves(data, pathOf(path)).some((parent) => parent !== null && parent !== undefined);
    return found.some((value) => !saysNothing(field, value));
  }

  async function check(lines: FieldLines, fields: readonly string[], path: string, seenBy: readonly Who[], send: (who: Who, document: string) => Promise<{ data?: unknown }>) {
    const wrong: string[] = [];
    for (const field of fields) {
      const document = path.replace('…', selection(lines.type, field));
      for (const who of VIEWERS) {
        const answer = await send(who, document);
        const sees = seen(lines, field, path, answer.data);
        if (sees !== seenBy.includes(who)) wrong.push(`${who} ${sees ? 'sees' : 'does not see'} ${lines.type}.${field}: ${JSON.stringify(answer).slice(0, 300)}`);
      }
    }
    expect(wrong).toEqual([]);
  }

  const used = (document: string) => Object.fromEntries([...document.matchAll(/\$(\w+):/g)].map(([, name = '']) => [name, fixed[name]]));

  const seenLive = new Set(FIELD_LINES.flatMap(({ type, fields, socket }) => (socket ? fields.split(' ').map((field) => `${type}.${field}`) : [])));

  for (const lines of FIELD_LINES) {
    const title = `${lines.type}${lines.about ? ` (${lines.about})` : ''}: ${lines.fields}`;
    it(`${title}, over HTTP`, async () => {
      await check(lines, lines.fields.split(' '), lines.path, lines.seenBy, (who, document) => ask(viewers[who], document, used(document)));
    });
    // What a line says to be seen live is seen along its own path; all else is tried along the shortest there is, in vain.
    const live = lines.socket ?? livePath(lines.type);
    const fields = lines.fields.split(' ').filter((field) => lines.socket || !seenLive.has(`${lines.type}.${field}`));
    if (live && fields.length > 0) {
      it(`${lines.type}${lines.about ? ` (${lines.about})` : ''}: ${fields.join(' ')}, over the socket`, async () => {
        await check(lines, fields, live.path, live.seenBy, (who, document) => over(who, document, used(document)));
      });
    }
  }
});

/** The shortest way from a subscription to a type that no line expects to be seen there; null when there is none. */
function livePath(type: string): { path: string; seenBy: readonly Who[] } | null {
  const starts: [string, string][] = [
    ['BallotChange', 'subscription ($certified: ID!) { ballotChanged(id: $certified) { … } }'],
    ['RosterImport', 'subscription ($rosterImport: ID!) { rosterImportProgressed(id: $rosterImport) { … } }'],
  ];
  const queue = [...starts];
  const been = new Set(starts.map(([name]) => name));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [name, path] = next;
    if (name === type) return { path, seenBy: [] };
    for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields())) {
      const to = getNamedType(field.type);
      if (!isObjectType(to) || been.has(to.name)) continue;
      been.add(to.name);
      queue.push([to.name, path.replace('…', `${field.name} { … }`)]);
    }
  }
  return null;
}
