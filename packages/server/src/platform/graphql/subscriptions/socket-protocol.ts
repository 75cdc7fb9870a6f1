import { type ExecutionArgs, GraphQLError } from 'graphql';
import { type Context, type ServerOptions, type SubscribePayload, makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from 'pino';
import { LIMITS } from '../limits.ts';
import { causeOf, isUnexpected, mask } from '../mask.ts';
import { type TrustedDocuments, documentText } from '../trusted-documents.ts';
import { coded } from '../errors.ts';
import { bearerToken } from '../../session/cookie.ts';
import type { LiveSessions } from '../../session/live-sessions.ts';
import type { Hub } from './hub.ts';
import { Member } from './member.ts';
import type { Outlet } from './outlet.ts';
import { DocumentFaults, type Operations, type SubscribeOperation } from './operation.ts';
import type { SocketViewer } from './socket-viewer.ts';

export interface SocketExtra {
  readonly socket: WebSocket;
  readonly outlet: Outlet;
  readonly viewer: SocketViewer;
  /** Only where the upgrade came from one of our own pages. */
  readonly cookieToken: string | null;
}

interface Protocol {
  readonly operations: Operations;
  readonly hub: Hub;
  readonly sessions: LiveSessions;
  readonly trusted: TrustedDocuments;
  readonly open: boolean;
  readonly log: Logger;
}

type SocketContext = Context<Record<string, unknown>, SocketExtra>;

/** graphql-transport-ws as the house speaks it: subscriptions alone, executed by the hub. */
export function socketProtocol({ operations, hub, sessions, trusted, open, log }: Protocol) {
  const options: ServerOptions<Record<string, unknown>, SocketExtra> = {
    async onConnect({ extra, connectionParams }) {
      const authorization = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
      if (authorization !== undefined) {
        const token = bearerToken(authorization);
        return token !== null && extra.viewer.signIn(sessions, token, 'BEARER');
      }
      // A cookie that has ended makes the visitor a stranger, as over HTTP.
      if (extra.cookieToken !== null) await extra.viewer.signIn(sessions, extra.cookieToken, 'COOKIE');
      return true;
    },

    async onSubscribe({ extra, subscriptions }: SocketContext, id, payload) {
      if (Object.keys(subscriptions).length > LIMITS.subscriptionsPerSocket) {
        extra.socket.close(4429, 'Too many subscriptions');
        return [coded('TOO_COMPLEX', { rule: 'SUBSCRIPTIONS' })];
      }
      try {
        await extra.viewer.refresh(sessions);
        const operation = prepare(payload);
        return execution(operation, await join(operation, extra, id, cursorOf(payload)));
      } catch (error) {
        if (error instanceof DocumentFaults) return error.errors;
        return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })];
      }
    },

    subscribe: (args) => (args as Execution).contextValue.joined,

    onError(_context, id, _payload, errors) {
      for (const error of errors.filter(isUnexpected)) log.error({ operation: id, err: causeOf(error) }, 'a subscription failed');
      return errors.map((error) => mask(error));
    },
  };

  function prepare(payload: SubscribePayload): SubscribeOperation {
    const text = documentText(payload as { documentId?: unknown; query?: unknown }, trusted, open);
    if (text === null) throw coded('UNKNOWN_DOCUMENT');
    return operations.prepare(text, payload.operationName ?? undefined, payload.variables ?? {});
  }

  /** The operation is joined once this resolves; what it answers ends when the operation does. */
  async function join(
    operation: SubscribeOperation, { outlet, viewer }: SocketExtra, id: string, cursor: string | undefined,
  ): Promise<AsyncGenerator<never>> {
    const ending = endlessly();
    const member = new Member(id, outlet, operation, ending.fail);
    const seat = await hub.join(member, viewer.context(), cursor);
    const seated = { member, seat };
    viewer.take(seated);
    ending.onReturn(() => {
      viewer.seated.delete(seated);
      seat.leave();
    });
    return ending.iterator;
  }

  return makeServer(options);
}

type Execution = Omit<ExecutionArgs, 'contextValue'> & { readonly contextValue: { readonly joined: AsyncGenerator<never> } };

/** What graphql-ws wants in order to go on; it executes nothing itself. */
function execution({ document, operationName, variables }: SubscribeOperation, joined: AsyncGenerator<never>): ExecutionArgs {
  return {
    schema: undefined as never, document, operationName, variableValues: variables, rootValue: null, contextValue: { joined },
  } satisfies Execution;
}

/** A resume cursor travels beside the variables, so that it does not make equal questions look different. */
function cursorOf({ extensions }: SubscribePayload): string | undefined {
  const cursor = (extensions as Record<string, unknown> | null | undefined)?.['cursor'];
  return typeof cursor === 'string' ? cursor : undefined;
}

/**
 * What graphql-ws waits on while the hub sends: an iterator that yields nothing, ends when the client completes
 * the operation or the socket closes, and throws when the operation must end with an error.
 */
function endlessly() {
  let settle: { resolve(result: IteratorResult<never, undefined>): void; reject(error: unknown): void };
  const ended = new Promise<IteratorResult<never, undefined>>((resolve, reject) => { settle = { resolve, reject }; });
  ended.catch(() => {});
  let leave = () => {};
  const iterator: AsyncGenerator<never> = {
    next: () => ended,
    async return() {
      leave();
      settle.resolve({ done: true, value: undefined });
      return { done: true, value: undefined };
    },
    async throw(error) {
      leave();
      settle.reject(error);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() { return this; },
    async [Symbol.asyncDispose]() { await this.return(undefined); },
  };
  return {
    iterator,
    onReturn(act: () => void) { leave = act; },
    fail(error: unknown) {
      leave();
      settle.reject(error);
    },
  };
}
