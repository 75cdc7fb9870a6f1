import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { SocketServer } from '../graphql/subscriptions/socket-server.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** When this route was asked, and how long the answer took, is for nobody to see. */
    readonly silent?: boolean;
  }
}

/** Figures about the server; labels name routes and outcomes, never a person, school or document. */
export function createMetrics(app: FastifyInstance, sockets: SocketServer): Registry {
  const registry = new Registry();
  // A look at the event loop ten times a second; the hundred that are usual wake an idle server for nothing.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  const requests = new Histogram({
    name: 'plenary_http_request_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'plenary_http_errors_total',
    help: 'HTTP requests answered with 500 or more.',
    registers: [registry],
  });
  gauge(registry, 'plenary_sockets', 'WebSockets that are open.', () => sockets.sockets);
  gauge(registry, 'plenary_subscription_channels', 'Different subscriptions under way, each executed once for all its sockets.', () => sockets.hub.channels);
  gauge(registry, 'plenary_subscription_executions', 'Executions of subscriptions since the start.', () => sockets.hub.executions);
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'page';
    if (request.routeOptions.config.silent !== true) requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) refused.inc();
    done();
  });
  return registry;
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({ name, help, registers: [registry], collect() { this.set(read()); } });
}
