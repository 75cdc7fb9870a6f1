import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext, SessionFacts } from '../../../platform/graphql/context.ts';
import type { House } from '../../../platform/room.ts';
import { beginImport, mayImport } from '../application/roster/begin-import.ts';
import type { ReadingDesk } from '../application/roster/reading-desk.ts';
import { MOST_PARTS, MOST_UPLOADED, TooMuch, Upload, noteReading } from '../application/roster/uploads.ts';
import { isUuid } from '../application/sql.ts';

interface Asking {
  readonly session: SessionFacts;
  readonly environmentId: string;
}

/**
 * `POST /files/roster?environment=<id>`: a zip as the body (`application/zip`), or a form with one zip or several CSV
 * files. Answers 202 and `{"importId"}` as soon as the bytes are here; `rosterImport(id)` tells the rest. Errors have
 * GraphQL's shape: `{"errors":[{"message","extensions":{"code","rule"}}]}`.
 */
export function rosterUpload(app: FastifyInstance, house: House, desk: ReadingDesk): void {
  void app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: MOST_PARTS, fileSize: MOST_UPLOADED + 1, fields: 10, fieldSize: 1000 } });
    // The body stays a stream: it is read only once the sender is known to be allowed.
    scope.addContentTypeParser(['application/zip', 'application/x-zip-compressed', 'application/octet-stream', 'text/csv'],
      (_request, payload, done) => { done(null, payload); });
    scope.post('/files/roster', { bodyLimit: MOST_UPLOADED + 1024 ** 2, config: { patient: true } }, async (request, reply) => {
      const asking = await whoAsks(house, request, reply);
      if (asking === null) return reply;
      return receive(house, desk, asking, request, reply);
    });
  });
}

async function whoAsks(house: House, request: FastifyRequest, reply: FastifyReply): Promise<Asking | null> {
  let visitor: RequestContext;
  try {
    visitor = await request.visitor(reply);
  } catch {
    refuse(reply, 403, 'NOT_FOUND', 'ORIGIN');
    return null;
  }
  const { environment } = request.query as { environment?: unknown };
  if (visitor.session === null) refuse(reply, 401, 'UNAUTHENTICATED');
  else if (typeof environment !== 'string' || !isUuid(environment)) refuse(reply, 404, 'NOT_FOUND');
  else if (!await mayImport(house, visitor.session, environment)) refuse(reply, 404, 'NOT_FOUND');
  else return { session: visitor.session, environmentId: environment };
  return null;
}

async function receive(house: House, desk: ReadingDesk, { session, environmentId }: Asking, request: FastifyRequest, reply: FastifyReply) {
  const upload = await Upload.begin(house.config);
  try {
    if (request.isMultipart()) {
      for await (const part of request.files()) await upload.receive(part.filename, part.file);
    } else {
      const { filename } = request.query as { filename?: unknown };
      const fallback = request.headers['content-type']?.startsWith('text/csv') ? 'users.csv' : 'roster.zip';
      await upload.receive(typeof filename === 'string' ? filename : fallback, request.raw);
    }
  } catch (error) {
    await upload.drop();
    if (error instanceof TooMuch || isLimit(error)) return refuse(reply, 413, 'BAD_INPUT', 'TOO_LARGE');
    return refuse(reply, 400, 'BAD_INPUT', 'BODY');
  }
  if (upload.parts.length === 0) {
    await upload.drop();
    return refuse(reply, 400, 'BAD_INPUT', 'NO_FILE');
  }
  const importId = await beginImport(house, session, environmentId, upload.name);
  const done = await noteReading(house.config, importId);
  desk.read({ house, importId, schoolId: session.schoolId, upload, done });
  return reply.code(202).send({ importId });
}

const isLimit = (error: unknown): boolean => /^FST_(FILES_LIMIT|REQ_FILE_TOO_LARGE|PARTS_LIMIT)/.test((error as { code?: string }).code ?? '');

function refuse(reply: FastifyReply, status: number, code: string, rule?: string): FastifyReply {
  const message = status === 401 ? 'Sign in first.' : 'The files were not taken.';
  // What was not read of the body would be taken for the next request.
  return reply.code(status).header('connection', 'close').send({ errors: [{ message, extensions: { code, rule } }] });
}
