import type { EntitySchema } from '@mikro-orm/core';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './env.ts';
import { ballots } from './modules/ballots/index.ts';
import { bodies } from './modules/bodies/index.ts';
import { meetings } from './modules/meetings/index.ts';
import { messages } from './modules/messages/index.ts';
import { minutes } from './modules/minutes/index.ts';
import { motions } from './modules/motions/index.ts';
import { accountsTable, firstSetupLink, people, seedDemonstration, sessionSource } from './modules/people/index.ts';
import { records } from './modules/records/index.ts';
import { remedies } from './modules/remedies/index.ts';
import { checkData } from './platform/cli/check-data.ts';
import type { Command } from './platform/cli/command.ts';
import { systemClock } from './platform/clock/system-clock.ts';
import { connect } from './platform/database/connect.ts';
import type { Database } from './platform/database/database.ts';
import { type HouseEvents, createEvents } from './platform/events/house-events.ts';
import { openFileStore } from './platform/files/open-file-store.ts';
import { sweepFilesDaily } from './platform/files/sweep-files.ts';
import { buildHouseSchema } from './platform/graphql/build-schema.ts';
import { createJobs } from './platform/jobs/pg-boss.ts';
import type { House, Room } from './platform/room.ts';
import { LiveSessions } from './platform/session/live-sessions.ts';

/** Every room of the house; a later one may use an earlier one. */
export const rooms: readonly Room[] = [people, messages, bodies, meetings, motions, minutes, remedies, ballots, records];

export const entities: readonly EntitySchema[] = rooms.flatMap((room) => room.entities);

/** What `plenary` can be asked for. */
export const commands: readonly Command[] = [...rooms.flatMap((room) => room.commands ?? []), checkData];

let schema: GraphQLSchema | undefined;

/** The one of all rooms, built when it is first asked for: it is the same for every house that a process opens, and takes longer to build than one of them. */
export const buildSchema = (): GraphQLSchema => (schema ??= buildHouseSchema(rooms));

/** The mechanisms, running; what is served over them is platform/http and platform/graphql. */
export interface OpenHouse {
  readonly house: House;
  readonly sessions: LiveSessions;
  /** Starts what a server does by itself, which a command does not; the answer stops it. */
  work(): Promise<() => Promise<void>>;
  /** Stops in the order in which things depend on each other; the database goes last. */
  close(): Promise<void>;
}

/** Opens the database named by `config` and everything that lives on it. */
export async function openHouse(config: Config, log: Logger): Promise<OpenHouse> {
  const db = await connect({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, entities });
  return furnish(config, log, db);
}

/** The same over a database that is already open, as in tests. */
export async function furnish(config: Config, log: Logger, db: Database): Promise<OpenHouse> {
  const clock = systemClock;
  const events: HouseEvents = await createEvents(db, clock, log);
  const jobs = await createJobs(db, log);
  const sessions = new LiveSessions(sessionSource(db), clock, log);
  await sessions.start(db);
  const files = openFileStore(config.files.place, config.dataDir);
  const house: House = { config, db, events, files, jobs, clock, log };
  return {
    house,
    sessions,
    async work() {
      await events.trimRegularly(jobs);
      await sweepFilesDaily(house, rooms.flatMap(({ fileUses = [] }) => fileUses));
      const stops: (() => Promise<void>)[] = [];
      for (const room of rooms) if (room.start) stops.unshift(await room.start(house));
      return async () => { for (const stop of stops) await stop(); };
    },
    async close() {
      await jobs.stop();
      await sessions.stop();
      await events.stop();
      await db.close();
    },
  };
}

/** Makes an empty database usable, and answers what to print: demonstration accounts, or how the first person gets in. */
export async function welcome(house: House): Promise<string | null> {
  if (!house.config.demo) {
    const link = await firstSetupLink(house);
    return link === null ? null : `No school yet. The first administrator sets it up here, once:\n  ${link}`;
  }
  const { made, accounts } = await seedDemonstration(house);
  if (made) {
    // The rooms ask about these people at once, and a planner that takes them for none would be minutes about it.
    await house.db.analyze();
    for (const room of rooms) await room.seed?.(house, made);
    await house.db.analyze();
  }
  return accounts === null ? null : `Demonstration accounts; each link signs in:\n${accountsTable(accounts)}`;
}
