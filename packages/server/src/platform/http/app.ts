import compress from '@fastify/compress';
import { type FastifyError, type FastifyInstance, LogController, fastify } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { ErrorCode } from '../graphql/errors.ts';
import { mask } from '../graphql/mask.ts';
import { trusts } from './addresses.ts';
import { FILE_HEADERS, securityHeaders } from './headers.ts';
import { requestId } from './request-id.ts';
import { PATIENT_MS, endSlowBodies } from './slow-bodies.ts';
import { type Doorway, visitor } from './visitor.ts';

/** The HTTP side of the house, empty yet: ids, headers, compression, and who is asking. */
export async function createApp(doorway: Doorway): Promise<FastifyInstance> {
  const { config, log } = doorway.house;
  const app = fastify({
    loggerInstance: childless(log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    trustProxy: trusts(config),
    forceCloseConnections: 'idle',
    requestTimeout: PATIENT_MS,
    routerOptions: { ignoreTrailingSlash: true },
  }) as unknown as FastifyInstance;

  const headers = securityHeaders(config.publicUrl);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/assets/')) reply.headers(FILE_HEADERS);
    else reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  endSlowBodies(app);
  app.decorateRequest('visitor', function whoAsks(reply) { return visitor(doorway, this, reply); });
  app.setErrorHandler((error: FastifyError | GraphQLError, request, reply) => {
    const [status, fault] = error instanceof GraphQLError ? codedAnswer(error, request.id) : answerTo(error, request.id);
    if (status >= 500) log.error({ requestId: request.id, err: error }, 'a request failed');
    return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ errors: [fault] }));
  });
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  return app;
}

/** Whoever logs names the request; a logger of its own for each was never written to. */
function childless(log: Logger): Logger {
  const itself: Logger = Object.create(log, { child: { value: () => itself } });
  return itself;
}

type Answer = readonly [status: number, fault: GraphQLFormattedError];

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, BAD_INPUT: 400, THROTTLED: 429, BUSY: 503 };

/** A room's route throws what a resolver throws, and is answered in the same shape. */
function codedAnswer(error: GraphQLError, requestId: string): Answer {
  const fault = mask(error, requestId);
  return [STATUS[fault.extensions?.['code'] as ErrorCode] ?? 500, fault];
}

/** Faults of the request itself come with their status and no data; all else is ours, and masked. */
function answerTo(error: FastifyError, requestId: string): Answer {
  if (error.statusCode === undefined || error.statusCode >= 500) return [500, mask(error, requestId)];
  return [error.statusCode, { message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST', rule: error.code } }];
}
