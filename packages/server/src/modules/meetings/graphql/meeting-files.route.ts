import { finished } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { school } from '../../../platform/database/database.ts';
import { ALL_KINDS, FILE_KINDS, PHOTO_KINDS } from '../../../platform/files/file-kinds.ts';
import { recordFile } from '../../../platform/files/file-record.ts';
import { type FileRefusal, receiveFile } from '../../../platform/files/receive-file.ts';
import { type SentFile, sendFile } from '../../../platform/files/send-file.ts';
import type { RequestContext, SessionFacts } from '../../../platform/graphql/context.ts';
import type { House } from '../../../platform/room.ts';
import { visiblePaper, visiblePhoto } from '../application/filed.ts';
import { visibleMeeting } from '../application/meeting-reader.ts';

/** Room for the form around the file. */
const AROUND = 64 * 1024;
/** Bytes that are heard to their end only to be refused. */
const WORTH_HEARING = 500 * 1024 ** 2;

/**
 * `POST /files/meetings/:id` with a form of one file, by who prepares the meeting; `?photo` takes pictures alone. Answers 201
 * and `{"uploadId","name","mediaType","bytes"}`, which `addPaper` and `provePosting` make something of. What is refused says
 * `rule`, what was `found`, the `allowed` endings and the `most` bytes. `GET /files/papers/:id` and `GET /files/proofs/:id`
 * answer to whoever reads the paper or the proof on the meeting's page.
 */
export function meetingFiles(app: FastifyInstance, house: House): void {
  const { most } = house.config.files;
  void app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fileSize: most + 1, fields: 5, fieldSize: 1000 }, throwFileSizeLimit: false });
    scope.post<{ Params: { id: string } }>('/files/meetings/:id', { bodyLimit: most + AROUND, config: { patient: true } }, async (request, reply) => {
      const session = await whoSends(request, reply, request.params.id);
      return session === null ? reply : receive(house, session, request, reply);
    });
  });
  serve(app, house, '/files/papers/:id', visiblePaper);
  serve(app, house, '/files/proofs/:id', visiblePhoto);
}

function serve(app: FastifyInstance, house: House, path: string, find: (ctx: RequestContext, id: string) => Promise<SentFile | null>): void {
  app.get<{ Params: { id: string } }>(path, { compress: false }, async (request, reply) => {
    const file = await find(await request.visitor(reply), request.params.id);
    if (file === null) return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('There is no such file, or it is not yours to see.\n');
    return sendFile(request, reply, house.files, file);
  });
}

async function whoSends(request: FastifyRequest, reply: FastifyReply, meetingId: string): Promise<SessionFacts | null> {
  let visitor: RequestContext;
  try {
    visitor = await request.visitor(reply);
  } catch {
    refuse(reply, 403, { code: 'NOT_FOUND', rule: 'ORIGIN' });
    return null;
  }
  if (visitor.session === null) refuse(reply, 401, { code: 'UNAUTHENTICATED' });
  else if (!(await visibleMeeting(visitor, meetingId))?.looker.prepares) refuse(reply, 404, { code: 'NOT_FOUND' });
  else return visitor.session;
  return null;
}

async function receive(house: House, session: SessionFacts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { most } = house.config.files;
  const kinds = 'photo' in (request.query as object) ? PHOTO_KINDS : ALL_KINDS;
  const part = request.isMultipart() ? await request.file().catch(() => undefined) : undefined;
  if (part === undefined) return refuse(reply, 400, { code: 'BAD_INPUT', rule: 'NO_FILE' });
  const received = await receiveFile(house.files, session.schoolId, part.filename, part.file, { kinds, most });
  if ('rule' in received) {
    const { rule, found }: FileRefusal = received;
    // A browser that is cut off while it sends shows no reason.
    if (rule === 'TOO_LARGE' && Number(request.headers['content-length']) <= WORTH_HEARING) await finished(request.raw.resume()).catch(() => {});
    return refuse(reply, rule === 'TOO_LARGE' ? 413 : 415, { code: 'BAD_INPUT', rule, found, allowed: kinds.flatMap((kind) => FILE_KINDS[kind].endings), most });
  }
  const uploadId = await recordFile(house.db.under(school(session.schoolId)), session, received);
  if (uploadId === null) return refuse(reply, 429, { code: 'THROTTLED', rule: 'UNUSED_FILES' });
  const { name, mediaType, bytes } = received;
  return reply.code(201).send({ uploadId, name, mediaType, bytes });
}

function refuse(reply: FastifyReply, status: number, extensions: { readonly code: string; readonly rule?: string } & Readonly<Record<string, unknown>>): FastifyReply {
  const message = status === 401 ? 'Sign in first.' : 'The file was not taken.';
  // What was not read of the body would be taken for the next request.
  return reply.code(status).header('connection', 'close').send({ errors: [{ message, extensions }] });
}
