import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { visibleMeeting } from '../application/meeting-reader.ts';
import { meetingTopic } from '../application/record-meeting.ts';
import type { ShownMeeting } from '../application/shown-meeting.ts';
import { MeetingType } from './meeting.type.ts';

@ObjectType('MeetingChange', { description: 'A meeting changed; the meeting as the public reads it now.' })
export class MeetingChangeType {
  @Field(() => CursorScalar, { description: 'Send it in the operation\'s `extensions.cursor` to be told what was missed after a lost connection.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { description: 'Which meeting.' })
  meetingId!: string;
}

@Resolver(() => MeetingChangeType)
export class MeetingSubscriptions {
  @Public()
  @Shared<{ id: string }>({
    topics: ({ id }) => [meetingTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const meeting = await visibleMeeting(ctx, id);
      if (meeting === null) throw coded('NOT_FOUND');
      return meeting;
    },
  })
  @Subscription(() => MeetingChangeType, {
    ...VIA_HUB,
    description: 'One meeting: its notices and its state as they change. Carries what is public; a draft comes as its id alone: query it, under the viewer\'s own eyes. NOT_FOUND for who may not see it.',
  })
  meetingChanged(@Root() { cursor, resume }: Delivery, @Arg('id', () => ID, { description: 'The meeting.' }) id: string): MeetingChangeType {
    return { cursor, resume, meetingId: id.toLowerCase() };
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'As the public reads it now; null of a draft.' })
  meeting(@Root() { meetingId }: MeetingChangeType, @Ctx() ctx: RequestContext): Promise<ShownMeeting | null> {
    return visibleMeeting(ctx, meetingId);
  }
}
