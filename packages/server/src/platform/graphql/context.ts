import type { Database } from '../database/database.ts';
import type { Events } from '../events/events.ts';

/** The live session a request or socket carries; ids only. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly schoolId: string;
  readonly personId: string;
  readonly transport: 'COOKIE' | 'BEARER';
}

/** What every resolver is given; one per HTTP request and one per subscription event, never per socket. */
export interface RequestContext {
  readonly db: Database;
  readonly events: Events;
  readonly requestId: string;
  /**
   * The signed-in session. In a shared subscription (one execution for many sockets) there is no
   * viewer, and reading this throws, so that no viewer's data can reach another's socket.
   */
  readonly session: SessionFacts | null;
  /** Address the request came from, for throttling only; never logged or stored. */
  readonly address: string;
  /** Present on HTTP alone. */
  readonly cookies?: {
    setSession(token: string, expiresAt: Date): void;
    clearSession(): void;
  };
  /** One value per request under `key`: loaders, the viewer's facts. */
  once<T>(key: symbol, make: () => T): T;
}
