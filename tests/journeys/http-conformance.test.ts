import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { School } from '../../packages/server/src/modules/people/data/school.entity.ts';
import { buildHouseSchema } from '../../packages/server/src/platform/graphql/build-schema.ts';
import { type ServedHouse, handSessions, post, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { toyRoom } from '../../packages/server/src/testing/toy-room.ts';

const HELLO = 'query Hello { hello }';
const HELLO_ID = `sha256:${createHash('sha256').update(HELLO).digest('hex')}`;

let database: TestDatabase;
let open: ServedHouse;
let closed: ServedHouse;
const sessions = handSessions();
const lines: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase('pglite', [School]);
  const folder = await mkdtemp(join(tmpdir(), 'plenary-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Plenary</title>');
  await writeFile(join(folder, 'assets', 'main-AbCd1234.js'), 'export {};'.repeat(500));
  await writeFile(join(folder, 'assets', 'main-AbCd1234.js.br'), brotliCompressSync('export {};'.repeat(500)));
  await writeFile(join(folder, 'trusted-documents.json'), JSON.stringify({ [HELLO_ID.slice(7)]: HELLO }));
  const pagesRoot = pathToFileURL(`${folder}/`);
  const shared = { db: database.database, schema: buildHouseSchema([toyRoom]), sessions, pagesRoot, lines };
  open = await serveHouse(shared);
  closed = await serveHouse({ ...shared, config: { openGraphql: false, publicUrl: 'https://plenary.example' } });
});
afterAll(async () => {
  await open.close();
  await closed.close();
  await database.database.close();
});

describe('GraphQL over HTTP, audited', () => {
  for (const audit of serverAudits({ url: () => `${open.address}/graphql`, fetchFn: fetch }).filter(({ name }) => name.startsWith('MUST'))) {
    it(audit.name, async () => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    });
  }

  it('meets at least 20 of the 23 SHOULD', async () => {
    const should = serverAudits({ url: () => `${open.address}/graphql`, fetchFn: fetch }).filter(({ name }) => name.startsWith('SHOULD'));
    const results = await Promise.all(should.map((audit) => audit.fn()));
    expect(should).toHaveLength(23);
    expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThanOrEqual(20);
  });
});

describe('a request in the usual form', () => {
  const accepted = [
    undefined, '*/*', 'application/json', 'application/graphql-response+json', 'application/graphql-response+json, application/json',
    'application/graphql-response+json,application/json;q=0.9', 'text/html',
  ];
  const bodies: object[] = [
    { query: '{ hello }' }, { query: '{ hello }', variables: null, operationName: null, extensions: null }, { query: 'query A { hello } query B { whoami }', operationName: 'B' },
    { query: 'query A { hello } query B { hello }' }, { query: '{ hello }', operationName: 'Nobody' }, { query: 'query ($n: Int!) { list(first: $n) { id } }', variables: { n: 3 } },
    { query: 'query ($n: Int!) { list(first: $n) { id } }', variables: { n: 'x' } }, { query: '{ list(first: 101) { id } }' }, { query: '{ broken' }, { query: '{ nothing }' },
    { query: '' }, { query: 7 }, {}, { query: '{ hello }', variables: [] }, { query: '{ hello }', variables: '{}' }, { query: '{ hello }', operationName: 7 }, { query: '{ hello }', extensions: [] },
    { query: '{ hello }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }, { query: '{ refuse }' }, { query: '{ boom }' }, { query: 'subscription { nosy { id } }' },
  ];
  const said = async (body: object, accept: string | undefined, contentType: string) => {
    // Node's own fetch adds an Accept of its own.
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const { port } = new URL(open.address);
      const asking = request({ port, path: '/graphql', method: 'POST', headers: { 'content-type': contentType, 'x-request-id': 'the-same-request', ...(accept === undefined ? {} : { accept }) } }, resolve);
      asking.once('error', reject);
      asking.end(JSON.stringify(body));
    });
    let text = '';
    for await (const part of answer.setEncoding('utf8')) text += String(part);
    const { date: _date, ...headers } = answer.headers;
    return { status: answer.statusCode, headers, text };
  };

  it('is answered byte for byte as Apollo answers one that it weighs itself', async () => {
    for (const accept of accepted) {
      for (const body of bodies) {
        const usual = await said(body, accept, 'application/json');
        expect(usual, `${accept} ${JSON.stringify(body)}`).toEqual(await said(body, accept, 'application/json; charset=utf-8; form=unusual'));
      }
    }
  });
});

describe('who may ask', () => {
  it('knows a person by bearer token, in any case of the word, and by cookie', async () => {
    const person = sessions.open();
    for (const word of ['Bearer', 'bearer']) {
      expect((await open.ask('{ whoami }', {}, { authorization: `${word} ${person.token}` })).data).toEqual({ whoami: person.personId });
    }
    const page = sessions.open({ transport: 'COOKIE' });
    expect((await open.ask('{ whoami }', {}, { cookie: `plenary=${page.token}` })).data).toEqual({ whoami: page.personId });
  });

  it('takes neither kind of token the other way', async () => {
    const asCookie = await open.ask('{ whoami }', {}, { cookie: `plenary=${sessions.open().token}` });
    const asBearer = await open.ask('{ whoami }', {}, { authorization: `Bearer ${sessions.open({ transport: 'COOKIE' }).token}` });
    for (const answer of [asCookie, asBearer]) expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('asks the database once for many requests, and again after a revocation', async () => {
    const person = sessions.open();
    const headers = { authorization: `Bearer ${person.token}` };
    await open.ask('{ whoami }', {}, headers);
    const asked = sessions.asked;
    for (let n = 0; n < 5; n += 1) await open.ask('{ whoami }', {}, headers);
    expect(sessions.asked).toBe(asked);
    await sessions.end(database.database, person);
    expect((await open.ask('{ whoami }', {}, headers)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('refuses a foreign page, whatever it carries, and hears its own', async () => {
    const cookie = `plenary=${sessions.open({ transport: 'COOKIE' }).token}`;
    for (const origin of ['https://evil.example', 'null', 'http://plenary.example.evil.example', 'http://127.0.0.1:1']) {
      expect((await open.ask('{ whoami }', {}, { cookie, origin })).status).toBe(403);
    }
    const { port } = new URL(open.address);
    for (const origin of ['http://plenary.example', `http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
      expect((await open.ask('{ whoami }', {}, { cookie, origin })).status).toBe(200);
    }
  });

  it('refuses what a form of another site could send', async () => {
    const body = JSON.stringify({ query: '{ hello }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await fetch(`${open.address}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
      expect(answer.status, type).toBeGreaterThanOrEqual(400);
    }
    expect((await fetch(`${open.address}/graphql?query={hello}`)).status).toBe(400);
  });

  it('sets a cookie no script can read and no other site can send; over https bound to this host', async () => {
    const mutation = 'mutation ($token: String!) { signInAs(token: $token) }';
    const token = sessions.open({ transport: 'COOKIE' }).token;
    const plain = (await open.ask(mutation, { token })).headers.get('set-cookie');
    expect(plain).toMatch(/^plenary=\w+; Expires=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = await serveHouse({ db: database.database, schema: buildHouseSchema([toyRoom]), sessions, config: { publicUrl: 'https://plenary.example' } });
    try {
      expect((await secure.ask(mutation, { token })).headers.get('set-cookie')).toMatch(/^__Host-plenary=\w+; .*Path=\/; HttpOnly; SameSite=Lax; Secure$/);
      expect((await secure.ask('{ whoami }', {}, { cookie: `plenary=${token}` })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    } finally {
      await secure.close();
    }
  });
});

describe('what may be asked', () => {
  it('answers a document by its hash, by POST and by GET', async () => {
    for (const served of [open, closed]) {
      expect((await post(served.address, { documentId: HELLO_ID })).data).toEqual({ hello: 'hello' });
      const get = await fetch(`${served.address}/graphql?documentId=${encodeURIComponent(HELLO_ID)}`, { headers: { 'apollo-require-preflight': '1' } });
      expect(await get.json()).toEqual({ data: { hello: 'hello' } });
    }
  });

  it('knows no other document when closed, and parses none', async () => {
    const bodies: object[] = [
      { query: HELLO }, { query: '{ __schema { types { name } } }' }, { query: '{ broken' },
      { documentId: `sha256:${'0'.repeat(64)}` }, { documentId: HELLO_ID.slice(7) }, { documentId: ['x'] }, { documentId: '__proto__' },
      { query: HELLO, extensions: { persistedQuery: { version: 1, sha256Hash: HELLO_ID.slice(7) } } },
      [{ query: HELLO }],
    ];
    for (const body of bodies) {
      const answer = await post(closed.address, body);
      expect([answer.status, answer.errors?.[0]?.extensions['code']], JSON.stringify(body)).toEqual([400, 'UNKNOWN_DOCUMENT']);
    }
    const get = await fetch(`${closed.address}/graphql?query={hello}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(get.status).toBe(400);
  });

  it('limits depth, aliases, directives, tokens and cost with a code, never with a 500', async () => {
    const nested = (depth: number, field: string): string => (depth === 0 ? 'id' : `${field} { ${nested(depth - 1, field)} }`);
    const tooMuch = [
      `{ node(id: 1) { ${nested(20, 'self')} } }`,
      `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: hello`).join(' ')} }`,
      `{ hello ${'@include(if: true) '.repeat(0)} ${Array.from({ length: 21 }, () => 'hello @include(if: true)').join(' ')} }`,
      `{ node(id: 1) { ${nested(10, 'twins')} } }`,
      `query { ...f } fragment f on Query { list(first: 100) { twins { twins { twins { twins { twins { id } } } } } } }`,
    ];
    for (const query of tooMuch) {
      const answer = await open.ask(query);
      expect([answer.status, answer.errors?.[0]?.extensions['code']], query.slice(0, 60)).toEqual([400, 'TOO_COMPLEX']);
    }
    const tokens = await open.ask(`{ ${'hello '.repeat(2001)} }`);
    expect([tokens.status, tokens.errors?.[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  });

  it('gives no more than 100 of a list, however it is asked', async () => {
    const asked: [string, object?][] = [
      ['{ list(first: 101) { id } }'],
      ['query ($n: Int!) { list(first: $n) { id } }', { n: 101 }],
      ['query ($n: Int = 101) { list(first: $n) { id } }'],
      ['{ list(first: 0) { id } }'],
      ['query ($n: Int!) { ... on Query { ...f } } fragment f on Query { list(first: $n) { id } }', { n: -1 }],
    ];
    for (const [query, variables] of asked) {
      const answer = await open.ask(query, variables);
      expect([answer.status, answer.errors?.[0]?.extensions], query).toEqual([400, expect.objectContaining({ code: 'BAD_INPUT', field: 'first' })]);
    }
    expect((await open.ask('{ list(first: 100) { id } }')).data).toEqual({ list: [{ id: '0' }, { id: '1' }, { id: '2' }] });
  });

  it('takes bodies up to 256 kB', async () => {
    const answer = await fetch(`${open.address}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: `{ hello } #${'x'.repeat(257 * 1024)}` }),
    });
    expect(answer.status).toBe(413);
  });

  it('does not subscribe over HTTP', async () => {
    expect((await open.ask('subscription { nosy { id } }')).errors).toBeDefined();
  });
});

describe('what an error says', () => {
  const canary = 'canary-7b1f';

  it('hides what went wrong inside, and says under which number it is in the log, without a value', async () => {
    const answer = await open.ask(`query Boom { boom }`, {}, { 'x-request-id': 'request-from-proxy-1' });
    expect(answer.errors).toEqual([expect.objectContaining({ path: ['boom'], extensions: { code: 'INTERNAL', requestId: 'request-from-proxy-1' } })]);
    expect(answer.text).not.toMatch(/person_pii|constraint|secret/);
    expect(lines.find((line) => line.includes('request-from-proxy-1'))).toContain('a request failed');
  });

  it('lets coded errors through with their few properties', async () => {
    expect((await open.ask('{ refuse }')).errors).toEqual([expect.objectContaining({ extensions: { code: 'THROTTLED', retryAfter: 7 } })]);
  });

  it('names the field and rule of a faulty input, never its value', async () => {
    const say = 'mutation ($input: ToyInput!) { say(input: $input) }';
    const wrong: [string, object, object][] = [
      [say, { input: { word: canary } }, { field: 'word', rule: 'MAX_LENGTH' }],
      [say, { input: { word: { [canary]: 1 } } }, { field: 'word', rule: 'TYPE' }],
      [say, { input: { word: 'a', [canary]: canary } }, { rule: 'TYPE' }],
      [say, { input: canary }, { field: 'input', rule: 'TYPE' }],
      [say, {}, { field: 'input', rule: 'TYPE' }],
    ];
    for (const [query, variables, about] of wrong) {
      const answer = await open.ask(query, variables);
      expect(answer.errors?.[0]?.extensions, JSON.stringify(variables)).toMatchObject({ code: 'BAD_INPUT', ...about });
      expect(answer.text).not.toContain(canary);
    }
    const literals = await open.ask(`mutation { say(input: { word: 1, other: "${canary}" }) signInAs(token: ["${canary}"]) }`);
    expect(literals.errors).toBeDefined();
    expect(literals.text).not.toContain(canary);
    expect(lines.join('')).not.toContain(canary);
  });
});

describe('the server around GraphQL', () => {
  it('says that it lives and is ready, and its figures to this machine alone', async () => {
    expect(await (await fetch(`${open.address}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${open.address}/readyz`)).status).toBe(200);
    const metrics = await (await fetch(`${open.address}/metrics`)).text();
    expect(metrics).toMatch(/^plenary_sockets \d/m);
    expect((await fetch(`${open.address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
  });

  it('lets a page load from here alone', async () => {
    const page = await fetch(`${closed.address}/`);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' wss://plenary.example");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);

    // A built file is no document, and its head weighs on a slow line; a worker's policy is its own.
    const file = await fetch(`${closed.address}/assets/main-AbCd1234.js`);
    expect([file.status, file.headers.get('content-security-policy'), file.headers.get('x-content-type-options')]).toEqual([200, "default-src 'self'", 'nosniff']);
    expect(file.headers.get('permissions-policy')).toBeNull();
  });

  it('serves any path as the application, compressed assets for good, and what is missing as missing', async () => {
    for (const path of ['/', '/ballots/123', '/e/oak-grove']) {
      const page = await fetch(open.address + path);
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await page.text()).toContain('<title>Plenary</title>');
    }
    const asset = await fetch(`${open.address}/assets/main-AbCd1234.js`, { headers: { 'accept-encoding': 'br' } });
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/assets/gone-AbCd1234.js', '/trusted-documents.json', '/../../package.json', '/.vite/manifest.json']) {
      expect((await fetch(open.address + path)).status, path).toBe(404);
    }
  });

  it('finishes what is under way when it stops, and lets nobody new in', async () => {
    const stopping = await serveHouse({ db: database.database, schema: buildHouseSchema([toyRoom]) });
    const { port } = new URL(stopping.address);
    const body = JSON.stringify({ query: '{ hello }' });
    const answered = new Promise<number>((resolve, reject) => {
      const slow = request({ port, path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      slow.once('error', reject);
      slow.write(body.slice(0, 5));
      setTimeout(() => { slow.end(body.slice(5)); }, 300);
    });
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    const closing = stopping.close();
    await expect(fetch(`${stopping.address}/healthz`).then(({ status }) => status)).rejects.toThrow();
    expect(await answered).toBe(200);
    await closing;
  });
});
