import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { meetingTopic } from '../application/record-meeting.ts';
import { sittingTopic } from '../application/record-sitting.ts';
import { type ShownSitting, visibleSitting } from '../application/sitting-reader.ts';
import { SittingType } from './sitting.type.ts';

@ObjectType('SittingChange', { description: 'Something happened in a sitting; the sitting as the public reads it now.' })
export class SittingChangeType {
  @Field(() => CursorScalar, { description: 'Send it in the operation\'s `extensions.cursor` to be told what was missed after a lost connection.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { description: 'Which meeting.' })
  meetingId!: string;
}

@Resolver(() => SittingChangeType)
export class SittingSubscriptions {
  @Public()
  @Shared<{ id: string }>({
    topics: ({ id }) => [sittingTopic(id.toLowerCase()), meetingTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const sitting = await visibleSitting(ctx, id);
      if (sitting === null) throw coded('NOT_FOUND');
      return sitting;
    },
  })
  @Subscription(() => SittingChangeType, {
    ...VIA_HUB,
    description: 'One sitting, executed once for everybody in the room. Carries what is public, keyed by ids: students have no name in it, and nobody has permissions. NOT_FOUND before the meeting\'s first notice.',
  })
  sittingChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The meeting.' }) id: string): SittingChangeType {
    return { cursor, resume, meetingId: id.toLowerCase() };
  }

  @FieldResolver(() => SittingType, { nullable: true, description: 'As the public reads it now.' })
  sitting(@Root() { meetingId }: SittingChangeType, @Ctx() ctx: RequestContext): Promise<ShownSitting | null> {
    return visibleSitting(ctx, meetingId);
  }
}
