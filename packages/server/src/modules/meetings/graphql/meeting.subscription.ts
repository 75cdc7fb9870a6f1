import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { ResumeAnswerEnum } from '../../../platform/graphql/resume.type.ts';
import { type Delivery, Shared, VIA_HUB } from '../../../platform/graphql/shared.ts';
import { bodyById } from '../../bodies/index.ts';
import { environmentById, viewerOrPublic } from '../../people/index.ts';
import { meetingLookerAt } from '../application/meeting-looker.ts';
import { visibleMeeting } from '../application/meeting-reader.ts';
import { bodyDraftsTopic, bodyMeetingsTopic, meetingTopic, meetingsTopic } from '../application/record-meeting.ts';
import type { ShownMeeting } from '../application/shown-meeting.ts';
import { MeetingType } from './meeting.type.ts';

@ObjectType('MeetingChange', { description: 'A meeting changed; the meeting as the public reads it now.' })
export class MeetingChangeType {
  @Field(() => CursorScalar, { description: 'Send it in the operation\'s `extensions.cursor` to be told what was missed after a lost connection.' })
  cursor!: string;

  @Field(() => ResumeAnswerEnum, { description: 'Live, replayed, or a request to read everything afresh.' })
  resume!: Delivery['resume'];

  @Field(() => ID, { nullable: true, description: 'Which meeting; null on a list\'s first delivery and on RELOAD.' })
  meetingId!: string | null;
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

  @Public()
  @Shared<{ environmentId: string }>({
    topics: ({ environmentId }) => [meetingsTopic(environmentId.toLowerCase())],
    authorize: async ({ environmentId }, ctx) => {
      const environment = await environmentById(ctx, environmentId);
      if (environment === null) throw coded('NOT_FOUND');
      return environment;
    },
  })
  @Subscription(() => MeetingChangeType, {
    ...VIA_HUB, description: 'Any meeting of an environment that was noticed, called off, called to order or ended, for lists. NOT_FOUND when there is no such environment.',
  })
  meetingsChanged(
    @Root() { cursor, resume, subjectId }: Delivery, @Arg('environmentId', () => ID, { description: 'The environment.' }) _environmentId: string,
  ): MeetingChangeType {
    return { cursor, resume, meetingId: subjectId };
  }

  @Public()
  @Shared<{ bodyId: string; drafts: boolean }>({
    topics: ({ bodyId, drafts }) => [bodyMeetingsTopic(bodyId.toLowerCase()), ...(drafts ? [bodyDraftsTopic(bodyId.toLowerCase())] : [])],
    authorize: async ({ bodyId, drafts }, ctx) => {
      const body = await bodyById(ctx, bodyId);
      if (body === null || (drafts && !meetingLookerAt(await viewerOrPublic(ctx), body).prepares)) throw coded('NOT_FOUND');
      return body;
    },
  })
  @Subscription(() => MeetingChangeType, {
    ...VIA_HUB,
    description: 'The same of one body. With `drafts` also that drafts, and what no notice has posted yet, came or changed: a draft comes as its id alone. NOT_FOUND when there is no such body, or for drafts of meetings that the viewer does not prepare.',
  })
  bodyMeetingsChanged(
    @Root() { cursor, resume, subjectId }: Delivery, @Arg('bodyId', () => ID, { description: 'The body.' }) _bodyId: string,
    @Arg('drafts', () => Boolean, { defaultValue: false, description: 'Also drafts, for those who prepare its meetings.' }) _drafts: boolean,
  ): MeetingChangeType {
    return { cursor, resume, meetingId: subjectId };
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'As the public reads it now; null of a draft, or for no meeting in particular.' })
  meeting(@Root() { meetingId }: MeetingChangeType, @Ctx() ctx: RequestContext): Promise<ShownMeeting | null> {
    return meetingId === null ? Promise.resolve(null) : visibleMeeting(ctx, meetingId);
  }
}
