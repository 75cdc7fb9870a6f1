import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared } from '../../../platform/graphql/shared.ts';
import { environmentById } from '../../people/index.ts';
import { visibleBallot } from '../application/ballot-reader.ts';
import type { BallotRecord } from '../application/ballot-record.ts';
import { ballotTopic, environmentTopic } from '../application/record-change.ts';
import { BallotType } from './ballot.type.ts';

@ObjectType('BallotChange', { description: 'A ballot changed; the ballot as the public sees it now.' })
export class BallotChangeType {
  @Field(() => CursorScalar, { description: 'Send it in the operation\'s `extensions.cursor` to be told what was missed after a lost connection.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { nullable: true, description: 'Which ballot; null on a list\'s first delivery and on RELOAD, which are about no ballot in particular.' })
  ballotId!: string | null;
}

/** The hub executes subscriptions itself; type-graphql only wants to be told that somebody does. */
const byTheHub = (): never => { throw coded('BAD_INPUT', { rule: 'SOCKET_ONLY' }); };

@Resolver(() => BallotChangeType)
export class BallotSubscriptions {
  @Public()
  @Shared<{ id: string }>({
    topics: ({ id }) => [ballotTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const ballot = await visibleBallot(ctx, id);
      if (ballot === null) throw coded('NOT_FOUND');
      return ballot;
    },
  })
  @Subscription(() => BallotChangeType, {
    subscribe: byTheHub,
    description: 'One ballot: its state, turnout and result as they change. Never carries a viewer field; a draft comes as its id alone. NOT_FOUND for who may not see it.',
  })
  ballotChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The ballot.' }) id: string): BallotChangeType {
    return { cursor, resume, ballotId: id.toLowerCase() };
  }

  @Public()
  @Shared<{ environmentId: string }>({
    topics: ({ environmentId }) => [environmentTopic(environmentId.toLowerCase())],
    authorize: async ({ environmentId }, ctx) => {
      const environment = await environmentById(ctx, environmentId);
      if (environment === null) throw coded('NOT_FOUND');
      return environment;
    },
  })
  @Subscription(() => BallotChangeType, {
    subscribe: byTheHub,
    description: 'Any announced ballot of an environment that appeared or changed, for lists and for home. NOT_FOUND when there is no such environment.',
  })
  ballotsChanged(
    @Root() { cursor, resume, subjectId }: Delivery,
    @Arg('environmentId', () => ID, { description: 'The environment.' }) _environmentId: string,
  ): BallotChangeType {
    return { cursor, resume, ballotId: subjectId };
  }

  @FieldResolver(() => BallotType, { nullable: true, description: 'As the public sees it now; null when it does not, or for no ballot in particular.' })
  ballot(@Root() { ballotId }: BallotChangeType, @Ctx() ctx: RequestContext): Promise<BallotRecord | null> {
    return ballotId === null ? Promise.resolve(null) : visibleBallot(ctx, ballotId);
  }
}
