import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientAddress } from './addresses.ts';
import { allowedOrigins } from './origins.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

it('believes a forwarded address only from a proxy of ours, and only what that proxy added', () => {
  expect(clientAddress(request('203.0.113.7', '198.51.100.1'), true)).toBe('203.0.113.7');
  expect(clientAddress(request('127.0.0.1', '198.51.100.1'), false)).toBe('127.0.0.1');
  expect(clientAddress(request('::ffff:10.0.0.3', '198.51.100.1'), true)).toBe('198.51.100.1');
  // The visitor may have sent a chain of its own; the proxy adds at the end.
  expect(clientAddress(request('10.0.0.3', '192.0.2.66, 198.51.100.1'), true)).toBe('198.51.100.1');
  expect(clientAddress(request('127.0.0.1', '198.51.100.1, 10.0.0.9'), true)).toBe('198.51.100.1');
  expect(clientAddress(request('127.0.0.1'), true)).toBe('127.0.0.1');
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
