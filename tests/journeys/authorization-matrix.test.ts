import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isCompositeType, isIntrospectionType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { type FieldLines, type RootLine, VIEWERS, type Who } from './authorization-lines.ts';
import { FIELD_LINES, NOT_PERSONAL, ROOT_LINES } from './authorization-matrix.ts';
import { type MatrixWorld, matrixWorld } from './authorization-targets.ts';
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
  let { viewers, fixed, targets, session } = {} as MatrixWorld;
  const sockets = new Map<Who, { readonly talk: Talk; tries: number }>();

  beforeAll(async () => {
    // Thousands of statements; the embedded engine answers the same, in a multiple of the time.
    database = await cloneDatabase(inject('postgresUrl') === null ? 'pglite' : 'postgresql', entities);
    served = await serveHouse({ db: database.database, schema, rooms, sessions: sessionSource(database.database) });
    ({ viewers, fixed, targets, session } = await matrixWorld(database.database, ask));
  });
  afterAll(async () => {
    for (const { talk } of sockets.values()) talk.socket.terminate();
    await served?.close();
    await database?.database.close();
  });

  const ask = (who: Member | null, document: string, variables: object = {}) => served.ask(document, variables, { ...who?.headers });

  async function socketOf(who: Who): Promise<Talk> {
    const open = sockets.get(who);
    // Each may say much at once and little for long: before it has said too much, another takes its place.
    if (open && open.tries < 80) {
      open.tries += 1;
      return open.talk;
    }
    open?.talk.socket.terminate();
    const talk = new Talk(served.address);
    sockets.set(who, { talk, tries: 1 });
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
    let message = await talk.next();
    // What was asked before may have more to say.
    while (message.id !== id) message = await talk.next();
    talk.say({ id, type: 'complete' });
    return message.type === 'error' ? { errors: message.payload as [] } : message.payload as object;
  }

  type Got = 'YES' | 'REFUSED' | 'NULL' | string;
  const AWAY: readonly Got[] = ['NULL', 'NOT_FOUND', 'UNAUTHENTICATED'];
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
      const target = targets[line.target]!;
      let variables: object | null = null;
      for (const who of VIEWERS) {
        // Whoever was turned away has left it as it was.
        if (variables === null || target.length > 0) variables = await target(who);
        const as = line.target === 'throwawaySession' && viewers[who] ? { ...viewers[who], headers: { authorization: `Bearer ${(await session(viewers[who])).bearer}` } } : viewers[who];
        const given = variables;
        const [http, socket] = [() => ask(as, line.document, given), () => over(who, line.document, given)];
        // The refused transport first: were it let in, it would have done the act already.
        there![who] = got(isSubscription ? await http() : await socket());
        here![who] = got(isSubscription ? await socket() : await http(), line.past);
        if (!AWAY.includes(here![who]!)) variables = null;
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

  async function check(lines: FieldLines, fields: readonly string[], path: string, seenBy: readonly Who[], send: (who: Who, document: string) => Promise<{ data?: unknown; errors?: readonly object[] | undefined }>) {
    const wrong: string[] = [];
    const document = (...asked: readonly string[]) => path.replace('…', asked.map((field) => selection(lines.type, field)).join(' '));
    for (const who of VIEWERS) {
      const together = await send(who, document(...fields));
      for (const field of fields) {
        // An error at one field may hide its neighbors: then each is asked for by itself.
        const answer = together.errors ? await send(who, document(field)) : together;
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
