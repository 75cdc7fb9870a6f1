import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public, SignedIn } from '../../../platform/graphql/access.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { environmentById, isMember, signedIn } from '../../people/index.ts';
import { visibleProposal } from '../application/rounds/proposal-reader.ts';
import { proposalTopic, proposalsTopic } from '../application/rounds/record-proposal.ts';

@ObjectType('ProposalChange', {
  description: 'Something of a proposal changed. Carries nothing of what was said, for one message goes to all who watch: query the proposal, under the viewer\'s own eyes.',
})
export class ProposalChangeType {
  @Field(() => CursorScalar, { description: 'As in BallotChange.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];
}

@Resolver(() => ProposalChangeType)
export class ProposalSubscriptions {
  @Public()
  @Shared<{ id: string }>({
    topics: ({ id }) => [proposalTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const proposal = await visibleProposal(ctx, id);
      if (proposal === null) throw coded('NOT_FOUND');
      return proposal;
    },
  })
  @Subscription(() => ProposalChangeType, { ...VIA_HUB, description: 'One proposal: that somebody answered, asked or was heard, or that a round closed. NOT_FOUND for who may not see it.' })
  proposalChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The proposal.' }) _id: string): ProposalChangeType {
    return { cursor, resume };
  }

  @SignedIn()
  @Shared<{ environmentId: string }>({
    topics: ({ environmentId }) => [proposalsTopic(environmentId.toLowerCase())],
    authorize: async ({ environmentId }, ctx) => {
      const environment = await environmentById(ctx, environmentId);
      if (environment === null || !isMember(await signedIn(ctx), environment.id)) throw coded('NOT_FOUND');
      return environment;
    },
  })
  @Subscription(() => ProposalChangeType, {
    ...VIA_HUB, description: 'That in some proposal of an environment a round opened, ended, or waits for its facilitator; for lists and for home. For the environment\'s own people.',
  })
  proposalsChanged(@Root() { cursor, resume }: Delivery, @Arg('environmentId', () => ID, { description: 'The environment.' }) _environmentId: string): ProposalChangeType {
    return { cursor, resume };
  }
}
