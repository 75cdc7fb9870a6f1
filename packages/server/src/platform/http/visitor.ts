import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/context.ts';
import { coded } from '../graphql/errors.ts';
import { requestContext } from '../graphql/request-context.ts';
import type { House } from '../room.ts';
import { type SessionCookie, bearerToken } from '../session/cookie.ts';
import type { LiveSessions } from '../session/live-sessions.ts';
import type { Origins } from './origins.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking, under the same rules as GraphQL. @throws a coded error when another site's page asks. */
    visitor(reply: FastifyReply): Promise<RequestContext>;
  }
}

export interface Doorway {
  readonly house: House;
  readonly sessions: LiveSessions;
  readonly cookie: SessionCookie;
  readonly origins: Origins;
}

/** Bearer before cookie: whoever sends a header means it. A foreign page gets neither the cookie nor an answer. */
export async function visitor(doorway: Doorway, request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
  const { house, sessions, cookie, origins } = doorway;
  const bearer = bearerToken(request.headers.authorization);
  const { origin } = request.headers;
  if (bearer === null && origin !== undefined && !origins.has(origin, request.socket)) {
    throw coded('NOT_FOUND', { rule: 'ORIGIN' });
  }
  const token = bearer ?? cookie.read(request.headers.cookie);
  const found = token === null ? null : await sessions.find(token);
  return requestContext(house, {
    requestId: request.id,
    address: request.ip,
    // A cookie's token is no bearer token, nor the other way: each was given for one way of travelling.
    session: found?.transport === (bearer === null ? 'COOKIE' : 'BEARER') ? found : null,
    cookies: {
      setSession: (given, expiresAt) => { reply.header('set-cookie', cookie.write(given, expiresAt)); },
      clearSession: () => { reply.header('set-cookie', cookie.clear()); },
    },
  });
}
