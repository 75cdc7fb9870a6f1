import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { bodyById } from '../application/body-reader.ts';
import { bodyTopic } from '../application/record-body.ts';

@ObjectType('BodyChange', { description: 'Something of a body changed. Carries nothing of it: query the body, under the viewer\'s own eyes.' })
export class BodyChangeType {
  @Field(() => CursorScalar, { description: 'As in BallotChange.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];
}

@Resolver(() => BodyChangeType)
export class BodySubscriptions {
  @Public()
  @Shared<{ id: string }>({
    topics: ({ id }) => [bodyTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const body = await bodyById(ctx, id);
      if (body === null) throw coded('NOT_FOUND');
      return body;
    },
  })
  @Subscription(() => BodyChangeType, { ...VIA_HUB, description: 'One body: its seats, officers, bylaws or words changed.' })
  bodyChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The body.' }) _id: string): BodyChangeType {
    return { cursor, resume };
  }
}
