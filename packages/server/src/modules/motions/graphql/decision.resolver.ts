import { Arg, Ctx, FieldResolver, GraphQLISODateTime, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { GoverningBodyType } from '../../bodies/graphql/body.type.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { MeetingType } from '../../meetings/graphql/meeting.type.ts';
import { type ShownMeeting, visibleMeeting } from '../../meetings/index.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { actionLookerOf } from '../application/action-looker.ts';
import type { ActionItemRecord, DecisionRecord } from '../application/motion-record.ts';
import { actionsOfBody, decisionsOfBody } from '../application/motion-reader.ts';
import { actionPermissions } from '../domain/action-item.ts';
import { ActionItemConnection, ActionItemPermissionsType, ActionItemType, DecisionConnection, DecisionType } from './decision.type.ts';

const First = () => Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' });
const After = () => Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' });

async function bodyOf(ctx: RequestContext, bodyId: string): Promise<BodyRecord> {
  const body = await bodyById(ctx, bodyId);
  if (body === null) throw coded('NOT_FOUND');
  return body;
}

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
}

@Resolver(() => ActionItemType)
export class ActionItemResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who is to do it; null of a student, to who is not a member of the environment.' })
  async ownerName(@Root() action: ActionItemRecord, @Ctx() ctx: RequestContext): Promise<string | null> {
    const { ofEnvironment } = await actionLookerOf(ctx, action);
    return action.student && !ofEnvironment ? null : action.name;
  }

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
    return actionPermissions(await actionLookerOf(ctx, action), action.state);
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
    @Arg('open', () => Boolean, { nullable: true, description: 'True: what is to be done; false: what is done or dropped; left out: all.' }) open: boolean | null | undefined,
    @First() first: number, @After() after: string | null | undefined,
  ): Promise<Page<ActionItemRecord>> {
    return actionsOfBody(ctx, body, open ?? null, { first, after });
  }
}
