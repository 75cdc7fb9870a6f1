import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { endSlowBodies } from './slow-bodies.ts';

it('hangs up on a body that does not come, but where files are sent', async () => {
  const app = fastify();
  endSlowBodies(app, 50);
  app.post('/usual', async () => 'all of it');
  app.post('/patient', { config: { patient: true } }, async () => 'all of it');
  await app.listen({ port: 0, host: '127.0.0.1' });
  const begin = (path: string) => {
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    let said = '';
    socket.on('data', (bytes) => { said += String(bytes); });
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: 5\r\n\r\nab`);
    return { socket, closed: once(socket, 'close').then(() => said) };
  };
  const patient = begin('/patient');
  expect(await begin('/usual').closed).toBe('');
  // It began before the other, and is still heard.
  patient.socket.write('cde');
  expect(await patient.closed).toMatch(/all of it$/);
  await app.close();
});
