import type { GraphQLSchema } from 'graphql';
import { type NonEmptyArray, type PubSub, buildSchemaSync } from 'type-graphql';
import type { Room } from '../room.ts';
import { guardRootFields } from './access.ts';

/** The one schema of the house, every root field behind its door. */
export function buildHouseSchema(rooms: readonly Room[]): GraphQLSchema {
  const resolvers = rooms.flatMap((room) => room.resolvers);
  return guardRootFields(buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<Function>,
    // Never the value or the object: a slip's token would travel back inside the complaint.
    validate: { forbidUnknownValues: false, stopAtFirstError: true, validationError: { target: false, value: false } },
    pubSub: noPubSub,
  }));
}

// type-graphql wants one to exist; subscriptions go through the hub (subscriptions/hub.ts) instead,
// because the default one falls over a paused client and can leak one topic into another.
const noPubSub: PubSub = {
  publish() { throw new Error('Events are recorded through House.events.'); },
  subscribe() { throw new Error('Subscriptions are executed by the hub.'); },
};
