/** The door of the ballots room: all that other rooms may call. */
import type { House, Room } from '../../platform/room.ts';
import { addNeedSource } from '../people/index.ts';
import { runBallotClockwork } from './application/ballot-clockwork.ts';
import { hallOf } from './application/ballot-hall.ts';
import { remixRegularly } from './application/secret/remix.ts';
import { ballotNeeds } from './application/ballot-needs.ts';
import { proposalNeeds } from './application/rounds/proposal-needs.ts';
import { Ballot, BallotConstituency, BallotOption } from './data/ballot.entity.ts';
import { electionParts } from './elections.ts';
import { BallotActsResolver } from './graphql/ballot-acts.resolver.ts';
import { ballotBox } from './graphql/ballot-box.route.ts';
import { ballotBundle } from './graphql/ballot-bundle.route.ts';
import { BallotOptionResolver, BallotResolver, CertificationResolver, EnvironmentBallotsResolver } from './graphql/ballot.resolver.ts';
import { BallotSubscriptions } from './graphql/ballot.subscription.ts';
import { CheckpointResolver } from './graphql/checkpoint.resolver.ts';
import { ProposalActsResolver } from './graphql/proposal-acts.resolver.ts';
import { EnvironmentProposalsResolver, ProposalResolver } from './graphql/proposal.resolver.ts';
import { ProposalSubscriptions } from './graphql/proposal.subscription.ts';
import {
  ProposalRoundResolver, RoundCommentResolver, RoundHearingResolver, RoundResponseResolver, RoundVoiceResolver,
} from './graphql/round.resolver.ts';
import { PrintedBallotsResolver } from './graphql/printed-ballots.resolver.ts';
import { seedBallots } from './seed/seed-ballots.ts';
import { seedRounds } from './seed/seed-rounds.ts';

addNeedSource(ballotNeeds);
addNeedSource(proposalNeeds);

export const ballots: Room = {
  name: 'ballots',
  entities: [Ballot, BallotOption, BallotConstituency],
  resolvers: [
    BallotResolver, BallotOptionResolver, CertificationResolver, EnvironmentBallotsResolver, BallotActsResolver, BallotSubscriptions, PrintedBallotsResolver, CheckpointResolver,
    ProposalResolver, EnvironmentProposalsResolver, ProposalRoundResolver, RoundResponseResolver, RoundHearingResolver, RoundCommentResolver,
    RoundVoiceResolver, ProposalActsResolver, ProposalSubscriptions,
    ...electionParts.resolvers,
  ],
  routes(app, house) {
    ballotBox(app, house);
    ballotBundle(app, house);
  },
  async seed(house, demonstration) {
    await seedBallots(house, demonstration);
    await electionParts.seed(house, demonstration);
    await seedRounds(house, demonstration);
  },
  async start(house: House) {
    const stops = [await runBallotClockwork(house), await electionParts.start(house), remixRegularly(house)];
    return async () => {
      await Promise.all(stops.map((stop) => stop()));
      await hallOf(house).turnout.stop();
    };
  },
};
