import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes files, and so gives a slow line its time. */
    readonly patient?: boolean;
  }
}

/** A body must be here whole in so long; where files are sent, in so long as a slow line needs. */
const USUAL_MS = 60_000;
export const PATIENT_MS = 15 * 60_000;

/** Hangs up on whoever takes too long to say what they want, so that nobody holds a connection by dawdling. */
export function endSlowBodies(app: FastifyInstance, usualMs = USUAL_MS): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.routeOptions.config.patient !== true && hasBody(request.raw)) endIfSlow(request.raw, usualMs);
    done();
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean => headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

function endIfSlow(request: IncomingMessage, ms: number): void {
  const timer = setTimeout(() => { if (!request.complete) request.socket.destroy(); }, ms);
  request.once('close', () => { clearTimeout(timer); });
}
