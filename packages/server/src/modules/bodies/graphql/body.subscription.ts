import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { environmentById } from '../../people/index.ts';
import { bodyById } from '../application/body-reader.ts';
import type { BodyRecord } from '../application/body-record.ts';
import { bodiesTopic, bodyTopic } from '../application/record-body.ts';
import { GoverningBodyType } from './body.type.ts';

@ObjectType('BodyChange', { description: 'A body changed; the body as the public reads it now. Names of students and what the viewer may do are read by a query, under the viewer\'s own eyes.' })
export class BodyChangeType {
  @Field(() => CursorScalar, { description: 'As in BallotChange.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { nullable: true, description: 'Which body; null on a list\'s first delivery and on RELOAD.' })
  bodyId!: string | null;
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
  bodyChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The body.' }) id: string): BodyChangeType {
    return { cursor, resume, bodyId: id.toLowerCase() };
  }

  @Public()
  @Shared<{ environmentId: string }>({
    topics: ({ environmentId }) => [bodiesTopic(environmentId.toLowerCase())],
    authorize: async ({ environmentId }, ctx) => {
      const environment = await environmentById(ctx, environmentId);
      if (environment === null) throw coded('NOT_FOUND');
      return environment;
    },
  })
  @Subscription(() => BodyChangeType, { ...VIA_HUB, description: 'Any body of an environment that was founded, changed or ended, for lists. NOT_FOUND when there is no such environment.' })
  bodiesChanged(@Root() { cursor, resume, subjectId }: Delivery, @Arg('environmentId', () => ID, { description: 'The environment.' }) _environmentId: string): BodyChangeType {
    return { cursor, resume, bodyId: subjectId };
  }

  @FieldResolver(() => GoverningBodyType, { nullable: true, description: 'As the public reads it now; null for no body in particular.' })
  body(@Root() { bodyId }: BodyChangeType, @Ctx() ctx: RequestContext): Promise<BodyRecord | null> {
    return bodyId === null ? Promise.resolve(null) : bodyById(ctx, bodyId);
  }
}
