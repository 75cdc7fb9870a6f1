/** The door of the minutes room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { addAgendaSource } from '../meetings/index.ts';
import { addMotionEffect } from '../motions/index.ts';
import { addNeedSource } from '../people/index.ts';
import { amendMinutes, approveMinutes } from './application/approve-minutes.ts';
import { minutesNeeds } from './application/minutes-needs.ts';
import { minutesOnAgenda } from './application/minutes-on-agenda.ts';
import { MinutesActsResolver } from './graphql/minutes-acts.resolver.ts';
import { ArchivedMinutesResolver, CorrectionResolver, MeetingMinutesResolver, MinutesResolver, MinutesVersionResolver, SittingItemMinutesResolver } from './graphql/minutes.resolver.ts';
import { MinutesSubscriptions } from './graphql/minutes.subscription.ts';
import { NotesResolver } from './graphql/notes.resolver.ts';
import { NotesSubscriptions } from './graphql/notes.subscription.ts';
import { seedMinutes } from './seed/seed-minutes.ts';

export { addKeptElsewhere } from './application/kept-elsewhere.ts';
export { type MinutesRecord, minutesById } from './application/minutes-record.ts';

addAgendaSource(minutesOnAgenda);
addNeedSource(minutesNeeds);
addMotionEffect('APPROVE_MINUTES', approveMinutes);
// Amend Something Previously Adopted: a majority is enough with notice alone (domain.md S46).
addMotionEffect('AMEND_MINUTES', amendMinutes, {
  anyOf: ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_MEMBERS'], withoutNotice: ['TWO_THIRDS_OF_CAST', 'MAJORITY_OF_MEMBERS'],
});

export const minutes: Room = {
  name: 'minutes',
  entities: [],
  resolvers: [
    MinutesResolver, MinutesVersionResolver, CorrectionResolver, MeetingMinutesResolver, SittingItemMinutesResolver, ArchivedMinutesResolver, MinutesActsResolver, MinutesSubscriptions,
    NotesResolver, NotesSubscriptions,
  ],
  seed: seedMinutes,
};
