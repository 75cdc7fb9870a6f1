import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import type { Database } from '../database/database.ts';

const PATIENCE_MS = 1000;

/** Whether this server should be sent visitors; switched off first when it stops. */
export interface Readiness { ready: boolean }

/** For whoever keeps servers running: alive, fit for visitors, and figures. None of it touches GraphQL. */
export function health(app: FastifyInstance, db: Database, readiness: Readiness, registry: Registry): void {
  app.get('/healthz', { logLevel: 'warn' }, (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
    const fault = readiness.ready ? await databaseFault(db) : 'stopping';
    return reply.header('cache-control', 'no-store').code(fault === null ? 200 : 503).send({ status: fault ?? 'ok' });
  });

  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (!isFromThisMachine(request)) return reply.code(404).send();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

async function databaseFault(db: Database): Promise<string | null> {
  try {
    return await within(PATIENCE_MS, async () => {
      await db.ping();
      return await db.migrationsPending() > 0 ? 'migrations pending' : null;
    });
  } catch {
    return 'no database';
  }
}

async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => { reject(new Error('too late')); }, ms); });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The peer itself, and not for someone behind a proxy that runs here too. */
function isFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  return loopback && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
}
