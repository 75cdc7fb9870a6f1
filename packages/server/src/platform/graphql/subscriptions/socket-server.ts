import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { clientAddress } from '../../http/addresses.ts';
import type { Doorway } from '../../http/visitor.ts';
import { requestId } from '../../http/request-id.ts';
import { LIMITS } from '../limits.ts';
import { requestContext } from '../request-context.ts';
import type { TrustedDocuments } from '../trusted-documents.ts';
import { Hub } from './hub.ts';
import { messageRate } from './message-rate.ts';
import { KeepAlive } from './keep-alive.ts';
import { Operations } from './operation.ts';
import { outletOf } from './outlet.ts';
import { socketProtocol } from './socket-protocol.ts';
import { SocketViewer } from './socket-viewer.ts';

export interface SocketOptions {
  readonly schema: GraphQLSchema;
  readonly doorway: Doorway;
  readonly trusted: TrustedDocuments;
  readonly open: boolean;
  /** Milliseconds between pings; a socket that answers none for as long is cut. */
  readonly keepAliveMs?: number;
  readonly socketsPerAddress?: number;
}

export interface SocketServer {
  readonly hub: Hub;
  readonly sockets: number;
  /** Tells every client to come back elsewhere (1001), and waits until they have gone, or a second. */
  close(): Promise<void>;
}

/** The WebSocket side of /graphql on `server`: who may knock, and for how much. */
export function socketServer(server: Server, options: SocketOptions): SocketServer {
  const { schema, doorway, trusted, open, keepAliveMs = 12_000, socketsPerAddress = LIMITS.socketsPerAddress } = options;
  const { house, sessions, cookie, origins } = doorway;
  const hub = new Hub(schema, house);
  const protocol = socketProtocol({
    operations: new Operations(schema, open), hub, sessions, trusted, open, log: house.log,
  });
  const wall = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes, handleProtocols, perMessageDeflate: false });
  const pings = new KeepAlive(keepAliveMs);
  const perAddress = new Map<string, number>();
  let closing = false;

  server.on('upgrade', (request, socket: Socket, head) => {
    socket.on('error', destroy);
    if (closing) return refuse(socket, 503);
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, 404);
    const { origin } = request.headers;
    if (origin !== undefined && !origins.has(origin, socket)) return refuse(socket, 403);
    const address = clientAddress(request, house.config);
    const already = perAddress.get(address) ?? 0;
    if (already >= socketsPerAddress) return refuse(socket, 429);
    wall.handleUpgrade(request, socket, head, (accepted) => {
      perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
      greet(accepted, socket, request, address);
    });
  });

  function leave(address: string): void {
    const left = (perAddress.get(address) ?? 1) - 1;
    if (left > 0) perAddress.set(address, left);
    else perAddress.delete(address);
  }

  function greet(socket: WebSocket, connection: Socket, request: IncomingMessage, address: string): void {
    const id = requestId(request);
    const viewer = new SocketViewer((session) => requestContext(house, { session, requestId: id, address }));
    // A program without a page has no Origin, and must show a bearer token: cookies are for pages.
    const cookieToken = request.headers.origin === undefined ? null : cookie.read(request.headers.cookie);
    const outlet = outletOf(socket, connection);
    const stopPinging = pings.follow(socket);
    const mayTake = messageRate();
    const take = (act: () => void) => {
      if (socket.readyState !== socket.OPEN) return;
      if (mayTake()) act();
      else socket.close(4429, 'Too many messages');
    };
    socket.on('ping', () => { take(() => {}); });
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => { outlet.send(Buffer.from(data), NOTHING); },
        close: (code, reason) => { socket.close(code, reason); },
        onMessage: (handle) => socket.on('message', (data) => {
          take(() => {
            handle(String(data)).catch((error: unknown) => {
              house.log.error({ requestId: id, err: error }, 'a socket failed');
              socket.close(4500, 'Internal server error');
            });
          });
        }),
      },
      { socket, outlet, viewer, cookieToken },
    );
    // What is too large or malformed has been answered with a close code; the rest is the network's.
    socket.on('error', ignore);
    socket.once('close', (code, reason) => {
      leave(address);
      stopPinging();
      viewer.close();
      void closed(code, String(reason));
    });
  }

  return {
    hub,
    get sockets() { return wall.clients.size; },
    async close() {
      closing = true;
      const gone = [...wall.clients].map((client) => new Promise<void>((resolve) => {
        client.once('close', () => { resolve(); });
        client.close(1001, 'Going away');
      }));
      await Promise.race([Promise.all(gone), house.clock.wait(1000)]);
      for (const client of wall.clients) client.terminate();
      pings.stop();
      hub.close();
      wall.close();
    },
  };
}

const NOTHING = Buffer.alloc(0);

// Made once, not for each connection: a school's phones come back within a second.
function ignore(): void {}
function destroy(this: Socket): void { this.destroy(); }

function refuse(socket: Socket, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
