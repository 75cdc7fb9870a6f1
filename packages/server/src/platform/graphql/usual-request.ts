import type { ApolloServer, HTTPGraphQLResponse, HeaderMap } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from './context.ts';

const JSON_ANSWER = 'application/json; charset=utf-8';
const MODERN_ANSWER = 'application/graphql-response+json; charset=utf-8';

/** What nearly every program and page accepts, and what Apollo answers it with. */
const ANSWERS = new Map<string | undefined, string>([
  [undefined, JSON_ANSWER],
  ['*/*', JSON_ANSWER],
  ['application/json', JSON_ANSWER],
  ['application/graphql-response+json', MODERN_ANSWER],
  ['application/graphql-response+json, application/json', MODERN_ANSWER],
  ['application/graphql-response+json,application/json;q=0.9', MODERN_ANSWER],
]);

/** A body that another site's form cannot send. */
const JSON_BODY = /^application\/json(?:; ?charset=utf-8)?$/i;

export interface UsualRequest {
  readonly query: string;
  readonly variables: Record<string, unknown> | undefined;
  readonly operationName: string | undefined;
  readonly answer: string;
}

/**
 * The request when it is made in the usual way, in which nothing about its HTTP form is left to weigh; null where
 * Apollo must look at it. Weighing costs a vote a tenth of its processor time, and always comes to the same.
 */
export function usualRequest({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>, body: unknown): UsualRequest | null {
  if (method !== 'POST' || !JSON_BODY.test(headers['content-type'] ?? '')) return null;
  const answer = ANSWERS.get(headers.accept);
  if (answer === undefined || !isRecord(body)) return null;
  const { query, variables, operationName, extensions } = body;
  if (typeof query !== 'string' || query === '' || (extensions ?? null) !== null) return null;
  if ((variables ?? null) !== null && !isRecord(variables)) return null;
  if ((operationName ?? null) !== null && typeof operationName !== 'string') return null;
  return {
    query, answer,
    variables: (variables ?? undefined) as UsualRequest['variables'],
    operationName: (operationName ?? undefined) as UsualRequest['operationName'],
  };
}

type Answer = Pick<HTTPGraphQLResponse, 'status' | 'body'> & { readonly headers: HeaderMap };

/** The same execution, limits and errors as by Apollo's own HTTP entrance. */
export async function executeUsual(
  apollo: ApolloServer<RequestContext>, { query, variables, operationName, answer }: UsualRequest, contextValue: RequestContext,
): Promise<Answer> {
  const { http, body } = await apollo.executeOperation({ query, variables, operationName }, { contextValue });
  if (body.kind !== 'single') throw new Error('Incremental delivery is not offered.');
  const { errors, data, extensions } = body.singleResult;
  if (!http.headers.has('content-type')) http.headers.set('content-type', answer);
  return { status: http.status, headers: http.headers, body: { kind: 'complete', string: `${JSON.stringify({ errors, data, extensions })}\n` } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
