import type { House } from '../room.ts';

/** The live session a request or socket carries; ids only. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly schoolId: string;
  readonly personId: string;
  readonly transport: 'COOKIE' | 'BEARER';
}

/** What every resolver is given; one per HTTP request and one per subscription event, never per socket. */
export interface RequestContext {
  readonly house: House;
  readonly requestId: string;
  /**
   * The signed-in session. In a shared subscription (one execution for many sockets) there is no
   * viewer, and reading this throws, so that no viewer's data can reach another's socket.
   */
  readonly session: SessionFacts | null;
  /** School whose rows a shared execution reads; set there alone. */
  readonly sharedSchoolId?: string;
  /** Address the request came from, for throttling only; never logged or stored. */
  readonly address: string;
  /** Present on HTTP alone. */
  readonly cookies?: {
    /** `expiresAt` null: the cookie goes with the browser. */
    setSession(token: string, expiresAt: Date | null): void;
    clearSession(): void;
  };
  /** One value per request under `key`: loaders, the viewer's facts. */
  once<T>(key: symbol, make: () => T): T;
}

/** How the platform turns a cookie or bearer token into a session; the people room answers it. */
export interface SessionSource {
  /**
   * Null when unknown, expired or revoked. `inUse` when its person has just done something: that keeps a session alive,
   * an open page by itself does not.
   */
  find(token: string, inUse: boolean): Promise<SessionFacts | null>;
}
