import type { EntitySchema } from '@mikro-orm/core';
import type { FastifyInstance } from 'fastify';
import type { Command } from './cli/command.ts';
import type { FileUse } from './files/sweep-files.ts';
import type { House } from './house.ts';

export type { House };

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
  /** Columns that refer to files; what no room refers to is swept. */
  readonly fileUses?: readonly FileUse[];
  /** Adds the room's part to a demonstration, once, before anything is served. */
  seed?(house: House, demonstration: Demonstration): Promise<void>;
  /** Starts background work; the answer stops it and waits for what is under way. */
  start?(house: House): Promise<() => Promise<void>>;
}
