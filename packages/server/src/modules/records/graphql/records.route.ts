import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { openRecord } from '../application/open-record.ts';
import { readRoster } from '../application/record-roster.ts';
import { recordTag } from '../application/record-tag.ts';
import { unlessStalled } from '../application/unless-stalled.ts';
import { SHEETS, type SheetName, writeCsv } from '../application/write-csv.ts';
import { writePopolo } from '../application/write-popolo.ts';
import { periodOf } from '../domain/period.ts';

type Asked = FastifyRequest<{ Params: { id: string; file: string }; Querystring: Record<string, unknown> }>;

/** A spreadsheet takes a file that begins with it for UTF-8. */
const BOM = '\uFEFF';

/** So many are written at once; each keeps a connection of the database busy. */
const AT_ONCE = 4;
/** Milliseconds that one waits for its asker to read on. */
const LONGEST_STALL = 60_000;

/**
 * `GET /records/bodies/:id/popolo.json` and `…/{meetings,motions,votes,attendance,decisions,action-items,minutes}.csv`: what is public of a body's
 * meetings that are over, to everybody and the same for all; `?from=` and `?to=` are days where the body meets, `?bom` is
 * for spreadsheets. Answers in pieces, or with 304 where the asker has this very record.
 */
export function recordRoutes(app: FastifyInstance, house: House): void {
  const writing = new Set<Readable>();
  app.get('/records/bodies/:id/:file', (request: Asked, reply: FastifyReply) => send(house, writing, request, reply));
}

async function send(house: House, writing: Set<Readable>, { params, query, headers }: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { id, file } = params;
  const sheet = SHEETS.find((name) => file === `${name}.csv`);
  const em = sheet !== undefined || file === 'popolo.json' ? await openRecord(house, id) : null;
  if (em === null) throw coded('NOT_FOUND');
  const period = periodOf(query);
  if ('wrong' in period) throw coded('BAD_INPUT', { field: period.wrong, rule: 'day' });
  const bom = sheet !== undefined && 'bom' in query;
  const tag = await recordTag(em, id, period, bom ? `bom ${file}` : file);
  reply.headers({ etag: tag, 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' });
  const known = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^(W\/)?/, 'W/'));
  if (known?.some((each) => each === tag || each === 'W/*')) return reply.code(304).send();
  const roster = (await readRoster(em, id))!;
  if (writing.size >= AT_ONCE) throw coded('BUSY');
  const pieces = sheet === undefined ? writePopolo(em, roster, period, house.config.publicUrl) : withBom(writeCsv(em, roster, sheet satisfies SheetName, period), bom);
  const body: Readable = Readable.from(unlessStalled(pieces, LONGEST_STALL, () => body.destroy()));
  writing.add(body);
  // Also when the asker hangs up.
  body.once('close', () => writing.delete(body));
  return reply.header('content-disposition', `${sheet === undefined ? 'inline' : 'attachment'}; filename="${file}"`)
    .type(sheet === undefined ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8; header=present').send(body);
}

async function* withBom(pieces: AsyncGenerator<string>, bom: boolean): AsyncGenerator<string> {
  if (bom) yield BOM;
  yield* pieces;
}
