/** The door of the bodies room: all that other rooms may call. */
import type { Room } from '../../platform/room.ts';
import { BodyActsResolver } from './graphql/body-acts.resolver.ts';
import { BodyResolver, EnvironmentBodiesResolver, OfficerResolver } from './graphql/body.resolver.ts';
import { BodySubscriptions } from './graphql/body.subscription.ts';
import { EnvironmentSeatsResolver, SeatResolver } from './graphql/seat.resolver.ts';
import { seedBodies } from './seed/seed-bodies.ts';

export { bodyById, bodyLookerOf } from './application/body-reader.ts';
export { type BodyRecord, type SeatRecord, bodiesById, bylawsOf, isOfBody, votingMembers } from './application/body-record.ts';
export { declareVacancy } from './application/declare-vacancy.ts';
export { enrollmentOf } from './application/enrollment.ts';
export { audienceOf, followBody } from './application/following.ts';
export { holdsSeatOn } from './application/members-on.ts';
export { goneOn, heldOn } from './application/office-terms.ts';
export { bodyTopic, recordBody } from './application/record-body.ts';
export { type SeatFilled, seatsOfElection, seatsOfEnvironment, takeSeats } from './application/seats.ts';
export { BODY_KINDS, type BodyKind, OFFICES, type Office, type Vacancy } from './domain/body.ts';
export { type BodyQuorum, type BylawsRules, THRESHOLDS, type Threshold, quorumNeeded, usualBylaws } from './domain/bylaws.ts';
export { checkComposition, withOfficials } from './domain/composition.ts';

export const bodies: Room = {
  name: 'bodies',
  entities: [],
  resolvers: [BodyResolver, OfficerResolver, EnvironmentBodiesResolver, SeatResolver, EnvironmentSeatsResolver, BodyActsResolver, BodySubscriptions],
  seed: seedBodies,
};
