import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { startApollo } from '../graphql/apollo.ts';
import { graphqlOverHttp } from '../graphql/http-adapter.ts';
import { type SocketServer, socketServer } from '../graphql/subscriptions/socket-server.ts';
import { readTrustedDocuments } from '../graphql/trusted-documents.ts';
import { createMetrics } from './metrics.ts';
import type { House, Room } from '../room.ts';
import { sessionCookie } from '../session/cookie.ts';
import type { LiveSessions } from '../session/live-sessions.ts';
import { createApp } from './app.ts';
import { health } from './health.ts';
import { allowedOrigins } from './origins.ts';
import { pages } from './pages.ts';

export interface Served {
  readonly house: House;
  readonly sessions: LiveSessions;
  readonly rooms: readonly Room[];
  readonly schema: GraphQLSchema;
  /** Folder of the built pages, with a slash at its end. */
  readonly pagesRoot: URL;
}

export interface Serving {
  /** Where it answers, for example `http://127.0.0.1:4000`. */
  readonly address: string;
  readonly app: FastifyInstance;
  readonly sockets: SocketServer;
  /** Lets nobody new in, lets those inside finish, then stops listening. */
  close(): Promise<void>;
}

/** Serves the house on its port: pages, GraphQL over HTTP and WebSocket, the rooms' own routes, health. */
export async function serve({ house, sessions, rooms, schema, pagesRoot }: Served): Promise<Serving> {
  const { config, log, db } = house;
  const open = config.openGraphql;
  const doorway = { house, sessions, cookie: sessionCookie(config.publicUrl), origins: allowedOrigins(config.publicUrl) };
  const trusted = await readTrustedDocuments(new URL('trusted-documents.json', pagesRoot));
  if (!open && trusted.size === 0) log.warn('no trusted documents: build the pages, or no GraphQL request will be answered');

  const app = await createApp(doorway);
  const apollo = await startApollo(schema, open, log);
  const sockets = socketServer(app.server, { schema, doorway, trusted, open });
  const readiness = { ready: true };
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // Whoever is answered while we stop must not keep the connection for a next time.
    if (!readiness.ready) reply.header('connection', 'close');
    done();
  });
  health(app, db, readiness, createMetrics(app, sockets));
  graphqlOverHttp(app, { apollo, trusted, open });
  for (const room of rooms) room.routes?.(app, house);
  await pages(app, { root: pagesRoot, publicUrl: config.publicUrl, open });
  await app.listen({ port: config.port, host: config.host });

  const { address, port, family } = app.server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    app,
    sockets,
    async close() {
      readiness.ready = false;
      await sockets.close();
      await app.close();
      await apollo.stop();
    },
  };
}
