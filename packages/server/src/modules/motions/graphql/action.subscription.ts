import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { environmentById, isMember, signedIn } from '../../people/index.ts';
import { actionsTopic } from '../application/tell-action-lists.ts';

@ObjectType('ActionChange', {
  description: 'Some action item changed. Carries nothing of it, nor whose it is, for one message goes to all who watch: query the lists, under the viewer\'s own eyes.',
})
export class ActionChangeType {
  @Field(() => CursorScalar, { description: 'As in BallotChange.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];
}

@Resolver(() => ActionChangeType)
export class ActionSubscriptions {
  @SignedIn()
  @Shared<{ environmentId: string }>({
    topics: ({ environmentId }) => [actionsTopic(environmentId.toLowerCase())],
    authorize: async ({ environmentId }, ctx) => {
      const environment = await environmentById(ctx, environmentId);
      if (environment === null || !isMember(await signedIn(ctx), environment.id)) throw coded('NOT_FOUND');
      return environment;
    },
  })
  @Subscription(() => ActionChangeType, {
    ...VIA_HUB, description: 'That some action item of an environment was assigned, revised, done, dropped or taken up again. For the environment\'s own people.',
  })
  actionsChanged(@Root() { cursor, resume }: Delivery, @Arg('environmentId', () => ID, { description: 'The environment.' }) _environmentId: string): ActionChangeType {
    return { cursor, resume };
  }
}
