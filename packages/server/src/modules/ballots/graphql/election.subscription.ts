import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { environmentById } from '../../people/index.ts';
import { visibleElection } from '../application/elections/election-reader.ts';
import type { ElectionRecord } from '../application/elections/election-record.ts';
import { electionTopic, electionsTopic } from '../application/elections/record-election.ts';
import { ElectionType } from './election.type.ts';

@ObjectType('ElectionChange', { description: 'An election changed; the election as the public sees it now.' })
export class ElectionChangeType {
  @Field(() => CursorScalar, { description: 'Send it in the operation\'s `extensions.cursor` to be told what was missed after a lost connection.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { nullable: true, description: 'Which election; null on a list\'s first delivery and on RELOAD.' })
  electionId!: string | null;
}

@Resolver(() => ElectionChangeType)
export class ElectionSubscriptions {
  @Public()
  @Shared<{ id: string }>({
    topics: ({ id }) => [electionTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const election = await visibleElection(ctx, id);
      if (election === null) throw coded('NOT_FOUND');
      return election;
    },
  })
  @Subscription(() => ElectionChangeType, {
    ...VIA_HUB,
    description: 'One election: its state, candidates and result as they change. Carries what is public, so no student\'s name; one not noticed comes as its id alone. NOT_FOUND for who may not see it.',
  })
  electionChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The election.' }) id: string): ElectionChangeType {
    return { cursor, resume, electionId: id.toLowerCase() };
  }

  @Public()
  @Shared<{ environmentId: string }>({
    topics: ({ environmentId }) => [electionsTopic(environmentId.toLowerCase())],
    authorize: async ({ environmentId }, ctx) => {
      const environment = await environmentById(ctx, environmentId);
      if (environment === null) throw coded('NOT_FOUND');
      return environment;
    },
  })
  @Subscription(() => ElectionChangeType, {
    ...VIA_HUB,
    description: 'Any noticed election of an environment that appeared or changed, for lists and for home. NOT_FOUND when there is no such environment.',
  })
  electionsChanged(
    @Root() { cursor, resume, subjectId }: Delivery,
    @Arg('environmentId', () => ID, { description: 'The environment.' }) _environmentId: string,
  ): ElectionChangeType {
    return { cursor, resume, electionId: subjectId };
  }

  @FieldResolver(() => ElectionType, { nullable: true, description: 'As the public sees it now; null when it does not, or for no election in particular.' })
  election(@Root() { electionId }: ElectionChangeType, @Ctx() ctx: RequestContext): Promise<ElectionRecord | null> {
    return electionId === null ? Promise.resolve(null) : visibleElection(ctx, electionId);
  }
}
