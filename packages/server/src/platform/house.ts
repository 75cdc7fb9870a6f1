import type { Logger } from 'pino';
import type { Config } from '../env.ts';
import type { Clock } from './clock/clock.ts';
import type { Database } from './database/database.ts';
import type { Events } from './events/events.ts';
import type { FileStore } from './files/file-store.ts';
import type { Jobs } from './jobs/jobs.ts';

/** The mechanisms a room may lean on; made once in composition.ts. */
export interface House {
  readonly config: Config;
  readonly db: Database;
  readonly events: Events;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Logger;
}
