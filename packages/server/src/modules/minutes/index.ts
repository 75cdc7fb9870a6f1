/** The door of the minutes room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { NotesResolver } from './graphql/notes.resolver.ts';
import { NotesSubscriptions } from './graphql/notes.subscription.ts';

export const minutes: Room = {
  name: 'minutes',
  entities: [],
  resolvers: [NotesResolver, NotesSubscriptions],
};
