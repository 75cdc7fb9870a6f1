import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How a calendar may be kept: by everybody for a while, or by the asker alone, who asks each time. */
const KEPT = { public: 'public, max-age=900', private: 'private, no-cache' } as const;

/** Answers with a calendar, or with 304 where the asker has this one already (RFC 9110, 13.1.2). */
export function sendCalendar(request: FastifyRequest, reply: FastifyReply, { text, file, kept, lang }: { text: string; file: string; kept: keyof typeof KEPT; lang: string }): FastifyReply {
  // Weak: the same calendar may travel compressed.
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.headers({ etag: tag, 'cache-control': KEPT[kept], vary: 'accept-language', 'content-language': lang, ...(kept === 'private' ? { 'x-robots-tag': 'noindex' } : {}) });
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^(W\/)?/, 'W/'));
  if (known?.some((each) => each === tag || each === 'W/*')) return reply.code(304).send();
  return reply.header('content-disposition', `inline; filename="${file}"`).type('text/calendar; charset=utf-8').send(text);
}

/** The languages somebody would like, first the one an address asks for (`?lang=`), then those of the browser. */
export function wishedLanguages(request: FastifyRequest): string[] {
  const asked = (request.query as Record<string, unknown>)['lang'];
  const wishes = (request.headers['accept-language'] ?? '').split(',').slice(0, 20).map((each) => {
    const [tag = '', ...rest] = each.split(';').map((part) => part.trim());
    const weight = Number(rest.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
    return { tag, weight };
  }).filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return [...(typeof asked === 'string' ? [asked] : []), ...wishes.map(({ tag }) => tag)].filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag));
}
