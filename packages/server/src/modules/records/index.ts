/** The door of the records room: nobody calls it, for it only reads what the others keep. */
import type { Room } from '../../platform/room.ts';
import { recordsCommand } from './cli/records.ts';
import { recordRoutes } from './graphql/records.route.ts';

export const records: Room = {
  name: 'records',
  entities: [],
  resolvers: [],
  commands: [recordsCommand],
  routes: recordRoutes,
};
