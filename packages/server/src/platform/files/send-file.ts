import type { FastifyReply, FastifyRequest } from 'fastify';
import { isImage, isShown } from './file-kinds.ts';
import type { ByteRange, FileKey, FileStore } from './file-store.ts';

export interface SentFile {
  readonly key: FileKey;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A picture is drawn and does nothing else. */
const PICTURE_POLICY = "default-src 'none'; sandbox";
/** Chromium shows no PDF in a sandbox; its viewer draws itself with styles of its own, and runs outside of our origin. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * Answers with a file that the asker was found to be allowed. Browsers ask again each time, since what may be read today may
 * be taken back tomorrow, and are told where nothing changed. Documents are saved, never run; PDFs and pictures are shown.
 */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, store: FileStore, { key, name, mediaType, bytes }: SentFile): Promise<FastifyReply> {
  const tag = `"${key.digest}"`;
  void reply.headers({
    etag: tag,
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    'content-disposition': `${isShown(mediaType) ? 'inline' : 'attachment'}; ${namedIn(name)}`,
    'content-security-policy': mediaType === 'application/pdf' ? PDF_POLICY : PICTURE_POLICY,
    'x-content-type-options': 'nosniff',
    ...(isImage(mediaType) ? {} : { 'x-frame-options': 'DENY' }),
  });
  if (request.headers['if-none-match']?.split(/\s*,\s*/).some((each) => each.replace(/^W\//, '') === tag)) return reply.code(304).send();
  void reply.type(mediaType);
  const range = rangeOf(request.headers, bytes, tag);
  if (range === 'NONE') return reply.code(416).header('content-range', `bytes */${bytes}`).send();
  if (request.method === 'HEAD') return reply.header('content-length', bytes).send();
  const content = await store.open(key, range ?? undefined);
  if (content === null) throw new Error('the contents of a file are missing from the store');
  if (range !== null) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${bytes}`);
  return reply.header('content-length', range === null ? bytes : range.end - range.start + 1).send(content);
}

/** For old readers in plain letters, and for all others as it is (RFC 6266, RFC 8187). */
function namedIn(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '-');
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** The one range that was asked for (RFC 9110, 14); null: all of it; NONE: there are no such bytes. */
function rangeOf({ range, 'if-range': ifRange }: FastifyRequest['headers'], bytes: number, tag: string): ByteRange | 'NONE' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === '' && to === '' || ifRange !== undefined && ifRange !== tag) return null;
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return start > end ? 'NONE' : { start, end };
}
