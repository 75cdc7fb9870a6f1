/** The door of the records room: nobody calls it, for it only reads what the others keep. */
import type { Room } from '../../platform/room.ts';
import { addKeptElsewhere } from '../minutes/index.ts';
import { isImported } from './application/imported-meeting.ts';
import { recordsCommand } from './cli/records.ts';
import { ImportedMeetingResolver } from './graphql/imported-meeting.resolver.ts';
import { recordRoutes } from './graphql/records.route.ts';

addKeptElsewhere(isImported);

export const records: Room = {
  name: 'records',
  entities: [],
  resolvers: [ImportedMeetingResolver],
  commands: [recordsCommand],
  routes: recordRoutes,
};
