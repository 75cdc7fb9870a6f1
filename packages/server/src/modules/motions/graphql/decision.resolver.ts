import { Arg, Ctx, FieldResolver, GraphQLISODateTime, ID, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { GoverningBodyType } from '../../bodies/graphql/body.type.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { MeetingType } from '../../meetings/graphql/meeting.type.ts';
import { SittingMemberType } from '../../meetings/graphql/sitting.type.ts';
import { type SeenMember, type ShownMeeting, memberAsSeen, memberOf, visibleMeeting, visibleSitting } from '../../meetings/index.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { ViewerType } from '../../people/graphql/viewer.type.ts';
import type { EnvironmentRecord, ViewerFacts } from '../../people/index.ts';
import { actionLookerOf } from '../application/action-looker.ts';
import type { ActionItemRecord, DecisionRecord } from '../application/motion-record.ts';
import { actionsOfBody, actionsOfOwner, actionsPrepared, decisionsOfBody, latestDecisions, motionsOf } from '../application/motion-reader.ts';
import { type ShownMotion, shownMotions } from '../application/shown-motion.ts';
import { actionPermissions, mayGive } from '../domain/action-item.ts';
import { ActionItemConnection, ActionItemPermissionsType, ActionItemType, DecisionConnection, DecisionType } from './decision.type.ts';
import { MotionType } from './motion.type.ts';

const First = () => Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' });
const Open = () => Arg('open', () => Boolean, { nullable: true, description: 'True: what is to be done; false: what is done or dropped; left out: all.' });
const After = () => Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' });

async function bodyOf(ctx: RequestContext, bodyId: string): Promise<BodyRecord> {
  const body = await bodyById(ctx, bodyId);
  if (body === null) throw coded('NOT_FOUND');
  return body;
}

/** Whether these are the words for this viewer: nobody is named in them, or the viewer is of the environment's own people. */
const readsAsTyped = async (ctx: RequestContext, action: ActionItemRecord): Promise<boolean> => action.publicly === undefined || (await actionLookerOf(ctx, action)).ofEnvironment;

@Resolver(() => DecisionType)
export class DecisionResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'What was decided, as amended.' })
  text(@Root() { text }: DecisionRecord): LocalizedTextType[] { return localized(text); }

  @FieldResolver(() => [LocalizedTextType], { description: 'Why acting on its item serves achievement; may be empty of what was found urgent.' })
  rationale(@Root() { rationale }: DecisionRecord): LocalizedTextType[] { return localized(rationale); }

  @FieldResolver(() => [ActionItemType], { description: 'What follows from it, in the order in which it was assigned.' })
  actions(@Root() { actions }: DecisionRecord): readonly ActionItemRecord[] { return actions; }

  @FieldResolver(() => GoverningBodyType, { description: 'Who decided.' })
  body(@Root() { bodyId }: DecisionRecord, @Ctx() ctx: RequestContext): Promise<BodyRecord> { return bodyOf(ctx, bodyId); }

  @FieldResolver(() => MeetingType, { description: 'Where.' })
  async meeting(@Root() { meetingId }: DecisionRecord, @Ctx() ctx: RequestContext): Promise<ShownMeeting> {
    const meeting = await visibleMeeting(ctx, meetingId);
    if (meeting === null) throw coded('NOT_FOUND');
    return meeting;
  }

  @FieldResolver(() => MotionType, { nullable: true, description: 'The motion that was adopted, with the arithmetic of its vote.' })
  async motion(@Root() { meetingId, motionId }: DecisionRecord, @Ctx() ctx: RequestContext): Promise<ShownMotion | null> {
    const sitting = await visibleSitting(ctx, meetingId);
    return sitting === null ? null : shownMotions(sitting, await motionsOf(ctx, sitting)).find(({ id }) => id === motionId) ?? null;
  }
}

@Resolver(() => ActionItemType)
export class ActionItemResolver {
  @FieldResolver(() => String, { description: 'What is to be done; a student named in it is a seat to who is not a member of the environment.' })
  async title(@Root() action: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<string> { return (await readsAsTyped(ctx, action)) ? action.title : action.publicly!.title; }

  @FieldResolver(() => String, { nullable: true, description: 'How it was done, or why not; likewise.' })
  async note(@Root() action: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<string | null> { return (await readsAsTyped(ctx, action)) ? action.note : action.publicly!.note; }

  @FieldResolver(() => String, { nullable: true, description: 'Who is to do it; null of a student, to who is not a member of the environment.' })
  async ownerName(@Root() action: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    const { ofEnvironment } = await actionLookerOf(ctx, action);
    return action.student && !ofEnvironment ? null : action.name;
  }

  @FieldResolver(() => SittingMemberType, { nullable: true, description: 'Who is to do it as a member of the sitting it was assigned in, by their seat; null of somebody else.' })
  async ownerMember(@Root() { meetingId, ownerId }: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<SeenMember | null> {
    const sitting = await visibleSitting(ctx, meetingId);
    const member = sitting && memberOf(sitting, { personId: ownerId });
    return sitting && member && memberAsSeen(sitting, member);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'Who is to do it, for those who may give it to somebody else; null to anybody else.' })
  async ownerId(@Root() action: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    return mayGive(await actionLookerOf(ctx, action), action.approved) ? action.ownerId : null;
  }

  @FieldResolver(() => GoverningBodyType, { description: 'Whose meeting it comes from.' })
  body(@Root() { bodyId }: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<BodyRecord> { return bodyOf(ctx, bodyId); }

  @FieldResolver(() => Boolean, { description: 'The viewer is to do it. Never in a subscription.' })
  async ownerIsViewer(@Root() action: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<boolean> { return (await actionLookerOf(ctx, action)).owns; }

  @FieldResolver(() => Boolean, { description: 'It is to be done, and its day is over where the body meets.' })
  async overdue(@Root() { bodyId, due, state }: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<boolean> {
    return state === 'OPEN' && due !== null && due < (await bodyOf(ctx, bodyId)).today;
  }

  @FieldResolver(() => GraphQLISODateTime, { nullable: true, description: 'When it was done or dropped.' })
  doneAt(@Root() { endedAt }: ActionItemRecord): Date | null { return endedAt; }

  @FieldResolver(() => ActionItemPermissionsType, { description: 'What the viewer may do with it now. Never anything in a subscription.' })
  async viewerCan(@Root() action: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<ActionItemPermissionsType> {
    return actionPermissions(await actionLookerOf(ctx, action), action.state, action.approved);
  }
}

@Resolver(() => GoverningBodyType)
export class BodyDecisionsResolver {
  @FieldResolver(() => DecisionConnection, { description: 'What it decided, the newest first.' })
  decisions(@Root() body: BodyRecord, @Ctx() ctx: RequestContext, @First() first: number, @After() after: string | null | undefined): Promise<Page<DecisionRecord>> {
    return decisionsOfBody(ctx, body, { first, after });
  }

  @FieldResolver(() => ActionItemConnection, { description: 'What somebody is to do because of its meetings, by the day it is due; those without a day last.' })
  actionItems(
    @Root() body: BodyRecord, @Ctx() ctx: RequestContext,
    @Open() open: boolean | null | undefined,
    @First() first: number, @After() after: string | null | undefined,
  ): Promise<Page<ActionItemRecord>> {
    return actionsOfBody(ctx, body, open ?? null, { first, after });
  }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentDecisionsResolver {
  @FieldResolver(() => [DecisionType], { description: 'What its bodies decided lately, the newest first.' })
  latestDecisions(
    @Root() environment: EnvironmentRecord, @Ctx() ctx: RequestContext, @Arg('first', () => Int, { defaultValue: 5, description: '1 to 100.' }) first: number,
  ): Promise<DecisionRecord[]> {
    return latestDecisions(ctx, environment, first);
  }
}

@Resolver(() => ViewerType)
export class ViewerActionsResolver {
  @FieldResolver(() => ActionItemConnection, { description: 'What they are to do because of meetings, by the day it is due; what has no day last.' })
  actionItems(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext, @Open() open: boolean | null | undefined, @First() first: number, @After() after: string | null | undefined): Promise<Page<ActionItemRecord>> {
    return actionsOfOwner(ctx, viewer, open ?? null, { first, after });
  }

  @FieldResolver(() => ActionItemConnection, { description: 'What others are to do because of the meetings that they prepare, or presided over or recorded and whose minutes are not approved, in the same order.' })
  preparedActionItems(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext, @Open() open: boolean | null | undefined, @First() first: number, @After() after: string | null | undefined): Promise<Page<ActionItemRecord>> {
    return actionsPrepared(ctx, viewer, open ?? null, { first, after });
  }
}
