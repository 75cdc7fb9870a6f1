/** What elections of members add to the ballots room. */
import type { House, Room } from '../../platform/room.ts';
import { addNeedSource } from '../people/index.ts';
import { runElectionClockwork } from './application/elections/election-clockwork.ts';
import { electionNeeds } from './application/elections/election-needs.ts';
import { ElectionActsResolver } from './graphql/election-acts.resolver.ts';
import { ChallengeResolver, ElectionCertificationResolver } from './graphql/election-outcome.resolver.ts';
import { ElectionResolver, EnvironmentElectionsResolver } from './graphql/election.resolver.ts';
import { ElectionSubscriptions } from './graphql/election.subscription.ts';
import { NominationActsResolver } from './graphql/nomination-acts.resolver.ts';
import { BallotElectionResolver, ElectionConstituencyResolver, NominationResolver } from './graphql/nomination.resolver.ts';
import { seedElections } from './seed/seed-elections.ts';

addNeedSource(electionNeeds);

export const electionParts = {
  resolvers: [
    ElectionResolver, EnvironmentElectionsResolver, ElectionConstituencyResolver, NominationResolver, BallotElectionResolver, ChallengeResolver,
    ElectionCertificationResolver, ElectionActsResolver, NominationActsResolver, ElectionSubscriptions,
  ],
  seed: seedElections,
  start: (house: House) => runElectionClockwork(house),
} satisfies Pick<Room, 'resolvers' | 'seed' | 'start'>;
