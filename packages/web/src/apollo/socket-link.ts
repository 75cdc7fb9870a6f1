import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { Client } from 'graphql-ws';
import { onReturn, sawServer } from './connection.ts';
import { asked } from './document-id.ts';
import { sawFault } from './ended-session.ts';

let socket: Promise<Client> | undefined;
let lost: ReturnType<typeof setTimeout> | undefined;
let drops = 0;
let operations = 0;
const listeners = new Set<() => void>();

/** The socket library arrives with the first subscription, after the page can be used. */
function connect(): Promise<Client> {
  socket ??= import('graphql-ws').then(({ createClient }) => createClient({
    // Short and the same on every phone: the server then makes one frame for many of them.
    generateID: () => String(++operations),
    url: () => `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazyCloseTimeout: 2000,
    keepAlive: 15_000,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (tries) => new Promise((resolve) => {
      const most = Math.min(30_000, 500 * 2 ** tries);
      const timer = setTimeout(done, most / 2 + (Math.random() * most) / 2);
      const forget = onReturn(done);
      function done(): void {
        clearTimeout(timer);
        forget();
        resolve();
      }
    }),
    on: {
      connected() {
        clearTimeout(lost);
        lost = undefined;
        sawServer(true);
      },
      // A moment's break is mended unseen; one that lasts is said.
      closed(event) {
        if ((event as CloseEvent).code !== 1000) lost ??= setTimeout(() => sawServer(false), 4000);
      },
    },
  }));
  return socket;
}

/** Ends the socket, so that the next subscription opens one under the new session. */
export async function dropSocket(): Promise<void> {
  const open = socket;
  socket = undefined;
  drops++;
  for (const listener of listeners) listener();
  await (await open)?.dispose();
}

/** How often the socket was dropped: what was subscribed before is over, and has to be subscribed anew. */
export const socketDrops = (): number => drops;

export function onSocketDrop(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Subscriptions. The last cursor seen travels in `extensions`, and the library sends the payload anew after
 * every reconnect: the server then answers LIVE, REPLAYED, or RELOAD when too much was missed.
 */
export const socketLink = new ApolloLink((operation) => new Observable((observer) => {
  const extensions: { cursor?: string } = {};
  // The socket's protocol wants a query, if only an empty one.
  const payload = { query: '', ...asked(operation), operationName: operation.operationName, variables: operation.variables, extensions };
  let stop: (() => void) | undefined;
  let stopped = false;
  void connect().then((client) => {
    if (stopped) return;
    stop = client.subscribe<Record<string, unknown>>(payload, {
      next(result) {
        const cursor = Object.values(result.data ?? {}).map((value) => (value as { cursor?: unknown } | null)?.cursor)[0];
        if (typeof cursor === 'string') extensions.cursor = cursor;
        observer.next(result as ApolloLink.Result);
      },
      error: (thrown) => {
        // The server's own answer comes as a list of GraphQL errors, a broken way to it as anything else.
        const fault = Array.isArray(thrown) ? new CombinedGraphQLErrors({ errors: thrown }) : thrown;
        sawFault(fault);
        observer.error(fault);
      },
      complete: () => observer.complete(),
    });
  }, (fault: unknown) => observer.error(fault));
  return () => {
    stopped = true;
    stop?.();
  };
}));
