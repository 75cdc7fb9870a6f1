import compress from '@fastify/compress';
import { type FastifyError, type FastifyInstance, LogController, fastify } from 'fastify';
import type { Logger } from 'pino';
import { mask } from '../graphql/mask.ts';
import { securityHeaders } from './headers.ts';
import { requestId } from './request-id.ts';
import { type Doorway, visitor } from './visitor.ts';

/** The HTTP side of the house, empty yet: ids, headers, compression, and who is asking. */
export async function createApp(doorway: Doorway): Promise<FastifyInstance> {
  const { config, log } = doorway.house;
  const app = fastify({
    loggerInstance: log as Logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    // We speak no TLS ourselves: an https address means that a proxy near us does, and says who the visitor is.
    trustProxy: config.publicUrl.startsWith('https:') ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true },
  }) as unknown as FastifyInstance;

  const headers = securityHeaders(config.publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
  });
  app.decorateRequest('visitor', function whoAsks(reply) { return visitor(doorway, this, reply); });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // Errors of the request itself come with their status and no data; all else is ours, and masked.
    const status = error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) log.error({ requestId: request.id, err: error }, 'a request failed');
    const fault = status === 500
      ? mask(error, request.id)
      : { message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST', rule: error.code } };
    return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ errors: [fault] }));
  });
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  return app;
}
