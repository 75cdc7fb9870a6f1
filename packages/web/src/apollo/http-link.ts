import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { sawServer } from './connection.ts';
import { asked } from './document-id.ts';
import { sawFault } from './ended-session.ts';
import { ServerFault } from './faults.ts';

const PATIENCE_MS = 30_000;

/** Queries and mutations: one POST with the document's hash, variables and name. */
export const httpLink = new ApolloLink((operation) => new Observable((observer) => {
  const abort = new AbortController();
  // A phone between two networks can wait for ever; better to say so and send again.
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort.abort();
  }, PATIENCE_MS);
  const body = JSON.stringify({ ...asked(operation), operationName: operation.operationName, variables: operation.variables });
  send(body, abort.signal).then(
    (result) => {
      observer.next(result);
      observer.complete();
    },
    (fault: unknown) => {
      if (late) sawServer(false);
      if (late || !abort.signal.aborted) observer.error(fault);
    },
  ).finally(() => clearTimeout(timer));
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
}));

async function send(body: string, signal: AbortSignal): Promise<ApolloLink.Result> {
  let response: Response;
  let text: string;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      credentials: 'same-origin',
      body,
      signal,
    });
    text = await response.text();
  } catch (fault) {
    if (!signal.aborted) sawServer(false);
    throw new ServerFault('UNREACHABLE', { cause: fault });
  }
  const result = parse(text);
  // A proxy whose server is down answers, but not in GraphQL.
  if (!result) {
    sawServer(![502, 503, 504].includes(response.status));
    throw new ServerFault(response.status >= 502 ? 'UNREACHABLE' : 'INTERNAL');
  }
  sawServer(true);
  if (result.errors?.length) sawFault(new CombinedGraphQLErrors(result));
  return result;
}

function parse(text: string): ApolloLink.Result | null {
  try {
    const value = JSON.parse(text) as ApolloLink.Result | null;
    return value && ('data' in value || 'errors' in value) ? value : null;
  } catch {
    return null;
  }
}
