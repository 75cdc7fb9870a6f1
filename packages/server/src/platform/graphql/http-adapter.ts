import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { RequestContext } from './context.ts';
import { coded } from './errors.ts';
import { LIMITS } from './limits.ts';
import { mask } from './mask.ts';
import { type TrustedDocuments, documentText } from './trusted-documents.ts';
import { executeUsual, usualRequest } from './usual-request.ts';

export interface GraphqlOverHttp {
  readonly apollo: ApolloServer<RequestContext>;
  readonly trusted: TrustedDocuments;
  readonly open: boolean;
}

/** The request headers Apollo looks at; copying only these is a good part of the adapter's speed. */
const READ = ['content-type', 'accept', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** GraphQL over HTTP at /graphql; how a document is asked for by its hash follows the persisted-documents draft. */
export function graphqlOverHttp(app: FastifyInstance, { apollo, trusted, open }: GraphqlOverHttp): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: LIMITS.bodyBytes,
    async handler(request, reply) {
      let context: RequestContext;
      try {
        context = await request.visitor(reply);
      } catch (error) {
        if (error instanceof GraphQLError) return refuse(request, reply, 403, error);
        throw error;
      }
      const [search, body] = withText(request, trusted, open);
      if (search === null || body === null) return refuse(request, reply, 400, coded('UNKNOWN_DOCUMENT'));
      const usual = usualRequest(request, body);
      const answer = usual ? await executeUsual(apollo, usual, context) : await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method, headers: headersOf(request), search, body },
        context: () => Promise.resolve(context),
      });
      if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
      for (const [name, value] of answer.headers) reply.header(name, value);
      // One person's answers are no other's, and none outlives its moment.
      reply.header('cache-control', 'private, no-store');
      return reply.code(answer.status ?? 200).send(answer.body.string);
    },
  });
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const name of READ) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

type Body = Record<string, unknown>;

/** The request with its document's text in place of the hash; null where there is none to be had. */
function withText(request: FastifyRequest, trusted: TrustedDocuments, open: boolean): [string | null, unknown] {
  const at = request.url.indexOf('?');
  const search = at < 0 ? '' : request.url.slice(at);
  if (request.method === 'GET') {
    const params = new URLSearchParams(search);
    if (open && !params.has('documentId')) return [search, undefined];
    const text = documentText({ documentId: params.get('documentId'), query: params.get('query') }, trusted, open);
    if (text === null) return [null, undefined];
    params.delete('documentId');
    params.set('query', text);
    return [`?${params}`, undefined];
  }
  const body = request.body as Body | null | undefined;
  const asked = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  if (open && (asked['documentId'] === undefined || asked['documentId'] === null)) return [search, body];
  const query = documentText(asked, trusted, open);
  return [search, query === null ? null : { ...asked, query }];
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, error: GraphQLError): FastifyReply {
  const modern = request.headers.accept?.includes('application/graphql-response+json');
  return reply
    .code(status)
    .type(`${modern ? 'application/graphql-response+json' : 'application/json'}; charset=utf-8`)
    .send(JSON.stringify({ errors: [mask(error)] }));
}
