import type { IncomingMessage } from 'node:http';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { clientAddress, trusts } from './addresses.ts';
import { allowedOrigins } from './origins.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

const seen = (remoteAddress: string, forwarded: string | undefined, publicUrl = 'https://vote.example', proxyHops = 1) =>
  clientAddress(request(remoteAddress, forwarded), { publicUrl, proxyHops });

it('believes a forwarded address only from a proxy of ours, and only what that proxy added', () => {
  expect(seen('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  expect(seen('127.0.0.1', '198.51.100.1', 'http://127.0.0.1:4000')).toBe('127.0.0.1');
  expect(seen('::ffff:10.0.0.3', '198.51.100.1')).toBe('198.51.100.1');
  // The visitor may have sent a chain of its own; the proxy adds at the end.
  expect(seen('10.0.0.3', '192.0.2.66, 198.51.100.1')).toBe('198.51.100.1');
  // Also a visitor from the school's own network, whose address looks like a proxy's.
  expect(seen('127.0.0.1', '198.51.100.1, 10.0.0.9')).toBe('10.0.0.9');
  expect(seen('127.0.0.1', undefined)).toBe('127.0.0.1');
});

it('goes as many steps back as there are proxies, and not one farther', () => {
  expect(seen('127.0.0.1', '192.0.2.66, 198.51.100.1, 10.0.0.9', undefined, 2)).toBe('198.51.100.1');
  expect(seen('127.0.0.1', '192.0.2.66, 198.51.100.1, 203.0.113.4, 10.0.0.9', undefined, 3)).toBe('198.51.100.1');
  // Whoever came past the outer proxy is as far away as can be known.
  expect(seen('127.0.0.1', '198.51.100.1', undefined, 3)).toBe('198.51.100.1');
  expect(seen('203.0.113.7', '198.51.100.1', undefined, 3)).toBe('203.0.113.7');
});

it('is the same over HTTP as over the socket', async () => {
  const config = { publicUrl: 'https://vote.example', proxyHops: 2 };
  const app = fastify({ trustProxy: trusts(config) });
  app.get('/', (asked) => ({ ip: asked.ip, same: clientAddress(asked.raw, config) }));
  for (const forwarded of ['198.51.100.1', '192.0.2.66, 198.51.100.1', '192.0.2.66, 198.51.100.1, 10.0.0.9', '']) {
    const { ip, same } = (await app.inject({ url: '/', headers: { 'x-forwarded-for': forwarded } })).json<{ ip: string; same: string }>();
    expect(ip).toBe(same);
  }
  await app.close();
});

it('counts as our own pages those under the published name and under this server\'s own addresses', () => {
  const origins = allowedOrigins('https://plenary.example');
  const socket = { localAddress: '::ffff:192.168.1.20', localPort: 4000 };
  for (const origin of ['https://plenary.example', 'http://192.168.1.20:4000', 'http://localhost:4000', 'http://[::1]:4000']) {
    expect(origins.has(origin, socket), origin).toBe(true);
  }
  for (const origin of ['http://plenary.example', 'https://plenary.example:444', 'http://192.168.1.20:4001', 'http://192.168.1.21:4000', 'null', '']) {
    expect(origins.has(origin, socket), origin).toBe(false);
  }
});
