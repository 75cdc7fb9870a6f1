import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BallotPageDocument, BallotsDocument, ViewerDocument } from '../gql/graphql.ts';
import { makeClient } from './client.ts';
import { faultCode } from './faults.ts';

const gql = resolve(import.meta.dirname, '../gql');
const manifest = JSON.parse(readFileSync(`${gql}/trusted-documents.json`, 'utf8')) as Record<string, string>;
const schema = buildSchema(readFileSync(resolve(gql, '../../../../schema/schema.graphql'), 'utf8'));

afterEach(() => vi.unstubAllGlobals());

/** Answers every request with `body`, and keeps what was sent. */
function serve(body: unknown, status = 200) {
  const sent: { documentId?: string; query?: string; variables: unknown }[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  });
  return sent;
}

describe('the documents the server trusts', () => {
  it('are named by the hash of exactly their text', () => {
    for (const [hash, text] of Object.entries(manifest)) expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
  });

  it('fit the contract, and hold nothing that only the cache understands', () => {
    for (const text of Object.values(manifest)) {
      expect(validate(schema, parse(text)), text).toEqual([]);
      expect(text).not.toContain('@unmask');
    }
  });

  it('are all there: one for each operation the pages know', () => {
    const operations = globSync(`${gql}/documents/*.ts`).filter((file) => readFileSync(file, 'utf8').includes('OperationDefinition'));
    expect(Object.keys(manifest)).toHaveLength(operations.length);
  });
});

describe('a request', () => {
  it('names its document and never sends the text', async () => {
    const sent = serve({ data: { viewer: null, ballot: null } });
    const client = makeClient();
    await client.query({ query: ViewerDocument });
    await client.query({ query: BallotPageDocument, variables: { id: 'b1' } });
    await client.query({ query: BallotsDocument, fetchPolicy: 'network-only' });
    expect(sent).toHaveLength(3);
    for (const { query, documentId } of sent) {
      expect(query).toBeUndefined();
      expect(manifest[documentId?.replace('sha256:', '') ?? '']).toBeDefined();
    }
  });

  it.each([
    ['a coded error', { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] }, 200, 'UNAUTHENTICATED'],
    ['an unknown code', { errors: [{ message: 'x', extensions: { code: 'NEW_ONE' } }] }, 400, 'INTERNAL'],
    ['a proxy without its server', '<html>Bad gateway</html>', 502, 'UNREACHABLE'],
    ['something that is not GraphQL', 'oops', 200, 'INTERNAL'],
  ])('understands %s', async (_name, body, status, code) => {
    serve(body, status);
    const fault = await makeClient().query({ query: ViewerDocument }).catch((error: unknown) => error);
    expect(faultCode(fault)).toBe(code);
  });

  it('tells when nobody answered', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const fault = await makeClient().query({ query: ViewerDocument }).catch((error: unknown) => error);
    expect(faultCode(fault)).toBe('UNREACHABLE');
  });
});
