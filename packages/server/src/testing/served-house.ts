import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { type Logger, pino } from 'pino';
import type { Config } from '../env.ts';
import { systemClock } from '../platform/clock/system-clock.ts';
import type { Database } from '../platform/database/database.ts';
import { type HouseEvents, createEvents } from '../platform/events/house-events.ts';
import { openFileStore } from '../platform/files/open-file-store.ts';
import type { SessionFacts, SessionSource } from '../platform/graphql/context.ts';
import { type Serving, serve } from '../platform/http/serve.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { House, Room } from '../platform/room.ts';
import { LiveSessions } from '../platform/session/live-sessions.ts';

export interface ServeOptions {
  readonly db: Database;
  readonly schema: GraphQLSchema;
  readonly rooms?: readonly Room[];
  readonly config?: Partial<Config>;
  readonly sessions?: SessionSource;
  readonly pagesRoot?: URL;
  /** Lines of the log, for tests that read what was written. */
  readonly lines?: string[];
}

export interface ServedHouse extends Serving {
  readonly house: House;
  readonly events: HouseEvents;
  readonly liveSessions: LiveSessions;
  /** Posts one GraphQL request; a test's whole HTTP client. */
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[] | undefined;
  readonly text: string;
}

/** The whole server on a free port of this machine, over a database of the test's own; closing it leaves the database open. */
export async function serveHouse(options: ServeOptions): Promise<ServedHouse> {
  const { db, schema, rooms = [] } = options;
  const folder = await mkdtemp(join(tmpdir(), 'plenary-served-'));
  const log = logger(options.lines);
  const config: Config = {
    port: 0, host: '127.0.0.1', publicUrl: 'http://plenary.example', proxyHops: 1, dataDir: folder, databaseUrl: undefined, files: { most: 1024 ** 2, place: { folder: join(folder, 'files') } },
    demo: false, openGraphql: true, logLevel: 'silent', ...options.config,
  };
  const events = await createEvents(db, systemClock, log);
  const house: House = { config, db, events, files: openFileStore(config.files.place, config.dataDir), jobs: noJobs, clock: systemClock, log };
  const liveSessions = new LiveSessions(options.sessions ?? { find: async () => null }, systemClock, log);
  await liveSessions.start(db);
  const serving = await serve({
    house, sessions: liveSessions, rooms, schema, pagesRoot: options.pagesRoot ?? pathToFileURL(`${folder}/`),
  });
  return {
    ...serving,
    house,
    events,
    liveSessions,
    ask: (query, variables, headers) => post(serving.address, { query, variables }, headers),
    async close() {
      await serving.close();
      await liveSessions.stop();
      await events.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function post(address: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, data, errors, text };
}

/** Sessions the test opens and ends by hand, announced as the people room would. */
export function handSessions(): SessionSource & {
  asked: number;
  open(facts?: Partial<SessionFacts>): SessionFacts & { token: string };
  end(db: Database, session: SessionFacts & { token: string }): Promise<void>;
} {
  const known = new Map<string, SessionFacts>();
  return {
    asked: 0,
    async find(token) {
      this.asked += 1;
      return known.get(token) ?? null;
    },
    open(facts = {}) {
      const session: SessionFacts = {
        sessionId: randomUUID(), schoolId: randomUUID(), personId: randomUUID(), transport: 'BEARER', ...facts,
      };
      const token = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
      known.set(token, session);
      return { ...session, token };
    },
    async end(db, { token, sessionId }) {
      known.delete(token);
      await db.executeAsOwner(`select pg_notify('session', $1)`, [sessionId]);
    },
  };
}

const noJobs: Jobs = { async work() {}, async send() {}, async stop() {} };

function logger(lines: string[] | undefined): Logger {
  if (lines === undefined) return pino({ level: 'silent' });
  return pino({ level: 'info' }, { write: (line) => { lines.push(line); } });
}
