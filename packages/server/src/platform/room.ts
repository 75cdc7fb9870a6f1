import type { EntitySchema } from '@mikro-orm/core';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../env.ts';
import type { Command } from './cli/command.ts';
import type { Clock } from './clock/clock.ts';
import type { Database } from './database/database.ts';
import type { Events } from './events/events.ts';
import type { Jobs } from './jobs/jobs.ts';

/** The mechanisms a room may lean on; made once in composition.ts. */
export interface House {
  readonly config: Config;
  readonly db: Database;
  readonly events: Events;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A demonstration that was just made in an empty database. */
export interface Demonstration {
  readonly schoolId: string;
  readonly environmentId: string;
  /** Ids of the people one can sign in as, by the role that is printed, for example `coordinator`. */
  readonly people: Readonly<Record<string, string>>;
}

/** What a room hands to composition.ts, the only file that knows every room. */
export interface Room {
  readonly name: string;
  readonly entities: readonly EntitySchema[];
  /** type-graphql resolver classes. */
  readonly resolvers: readonly NewableFunction[];
  /** Subcommands of `plenary`. */
  readonly commands?: readonly Command[];
  /** Plain HTTP routes, for files and other things GraphQL is not for. */
  routes?(app: FastifyInstance, house: House): void;
  /** Adds the room's part to a demonstration, once, before anything is served. */
  seed?(house: House, demonstration: Demonstration): Promise<void>;
  /** Starts background work; the answer stops it and waits for what is under way. */
  start?(house: House): Promise<() => Promise<void>>;
}
