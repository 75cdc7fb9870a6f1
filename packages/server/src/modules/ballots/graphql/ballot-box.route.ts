import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { SessionFacts } from '../../../platform/graphql/context.ts';
import type { House } from '../../../platform/room.ts';
import { hallOf } from '../application/ballot-hall.ts';
import { BoxTroubles } from '../application/secret/box-troubles.ts';
import { castSecret } from '../application/secret/cast-secret.ts';
import { type Issued, issuePaper } from '../application/secret/issue-paper.ts';
import { type OwnPaper, type PaperAnswer, ownPaper } from '../application/secret/paper-reader.ts';

/** The longest vote of sixty options is 1,024 bytes. */
const LONGEST_BODY = 4096;

/**
 * The polling place of secret ballots, as plain bytes outside GraphQL (docs/api.md, "Secret ballots"): a paper for
 * somebody known, a vote from nobody known. Nothing about a request is logged here, not even that there was one.
 */
export function ballotBox(app: FastifyInstance, house: House): void {
  const hall = hallOf(house);
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LONGEST_BODY }, (_request, body, done) => { done(null, body); });
    const troubles = new BoxTroubles(house.log);
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error.statusCode !== undefined && error.statusCode < 500) return word(reply, error.statusCode === 413 ? 400 : error.statusCode, 'length');
      troubles.count();
      return word(reply, 500, 'failed');
    });

    scope.get('/ballot/paper', SILENT, async (request, reply) => {
      const asking = await whoAsks(request, reply);
      return 'refused' in asking ? asking.refused : answerPaper(reply, await ownPaper(house, hall, asking.session, asking.ballotId));
    });

    scope.post('/ballot/issue', SILENT, async (request, reply) => {
      const asking = await whoAsks(request, reply);
      if ('refused' in asking) return asking.refused;
      return answerIssue(reply, await issuePaper(house, hall, asking.session, asking.ballotId, bytesOf(request)));
    });

    scope.post('/ballot/cast', SILENT, async (request, reply) => {
      // A vote that says whose it is must not even be looked at.
      if (request.headers.cookie !== undefined || request.headers.authorization !== undefined) return word(reply, 400, 'identified');
      if (!await isOwnPage(request, reply)) return word(reply, 403, 'origin');
      const answer = await hall.limits.attempt(request.ip, () => castSecret(hall, bytesOf(request)));
      switch (answer.answer) {
        case 'RECEIPT': return bytes(reply, 200, answer.receipt);
        case 'REVISION': {
          const highest = Buffer.alloc(4);
          highest.writeUInt32BE(answer.highest);
          return bytes(reply, 409, highest);
        }
        case 'throttled': return word(reply.header('retry-after', answer.retryAfter), 429, answer.answer);
        default: return word(reply, CAST_STATUS[answer.answer], answer.answer);
      }
    });
  });
}

const SILENT = { config: { silent: true } } as const;

const CAST_STATUS = { form: 400, range: 400, length: 400, scope: 404, closed: 410, credential: 422, signature: 422, busy: 503 } as const;

type Asking = { readonly session: SessionFacts; readonly ballotId: string } | { readonly refused: FastifyReply };

async function whoAsks(request: FastifyRequest, reply: FastifyReply): Promise<Asking> {
  let session: SessionFacts | null;
  try {
    ({ session } = await request.visitor(reply));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { refused: word(reply, 403, 'origin') };
  }
  if (session === null) return { refused: word(reply, 401, 'signed-out') };
  const { ballot } = request.query as { ballot?: unknown };
  return typeof ballot === 'string' ? { session, ballotId: ballot } : { refused: word(reply, 404, 'not-found') };
}

async function isOwnPage(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  try {
    await request.visitor(reply);
    return true;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

const bytesOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

const quiet = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');

const word = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  quiet(reply).code(status).type('text/plain; charset=utf-8').send(text);

const bytes = (reply: FastifyReply, status: number, body: Uint8Array): FastifyReply =>
  quiet(reply).code(status).type('application/octet-stream').send(Buffer.from(body));

const PAPER_REFUSED: Record<Exclude<PaperAnswer, OwnPaper>, readonly [number, string]> = {
  NOT_FOUND: [404, 'not-found'], NOT_ON_ROLL: [403, 'not-on-roll'], CLOSED: [410, 'closed'], ON_PAPER: [409, 'paper-issued'],
};

function answerPaper(reply: FastifyReply, answer: PaperAnswer): FastifyReply {
  if (typeof answer === 'string') return word(reply, ...PAPER_REFUSED[answer]);
  return quiet(reply).type('application/json; charset=utf-8').send(JSON.stringify({
    definition: answer.definition, constituency: answer.constituencyId, spki: answer.spki.toString('base64'),
    nonce: answer.nonce.toString('hex'), issued: answer.issued, state: 'OPEN',
  }));
}

const ISSUE_REFUSED: Record<Extract<Issued, { ok: false }>['answer'], readonly [number, string]> = {
  ...PAPER_REFUSED, OTHER_KEY: [409, 'other-key'], LENGTH: [400, 'length'], RANGE: [400, 'range'],
};

function answerIssue(reply: FastifyReply, issued: Issued): FastifyReply {
  return issued.ok ? bytes(reply, 200, issued.signature) : word(reply, ...ISSUE_REFUSED[issued.answer]);
}
