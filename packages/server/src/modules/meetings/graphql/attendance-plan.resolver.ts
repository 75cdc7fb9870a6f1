import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { bodyById } from '../../bodies/index.ts';
import { isMember, signedIn, viewerOrPublic } from '../../people/index.ts';
import { type PlanCounts, type PreparedAttendance, forgetPlanCounts, ownPlan, planCounts, preparedAttendance } from '../application/attendance-plans.ts';
import { planAttendance } from '../application/plan-attendance.ts';
import type { ShownMeeting } from '../application/shown-meeting.ts';
import type { PlanWording } from '../domain/attendance-plan.ts';
import { AttendancePlanInput, AttendancePlanType, AttendancePlansType, PreparedAttendanceType, planWordingOf } from './attendance-plan.type.ts';
import { MeetingResult, meetingResult } from './meeting-answers.type.ts';
import { MeetingType } from './meeting.type.ts';

@Resolver(() => MeetingType)
export class AttendancePlanResolver {
  @FieldResolver(() => AttendancePlansType, { description: 'How many mean to come; anybody may know.' })
  attendancePlans(@Root() meeting: ShownMeeting, @Ctx() ctx: RequestContext): Promise<PlanCounts> { return planCounts(ctx, meeting); }

  @FieldResolver(() => AttendancePlanType, { nullable: true, description: 'What the viewer has said; null while nothing, and in a subscription.' })
  async myPlan(@Root() { id }: ShownMeeting, @Ctx() ctx: RequestContext): Promise<PlanWording | null> {
    const viewer = await viewerOrPublic(ctx);
    return viewer === null ? null : ownPlan(ctx, viewer, id);
  }

  @FieldResolver(() => Boolean, { description: 'The viewer is one of those who are asked whether they come, as long as it is to come. Never in a subscription.' })
  async viewerMayPlan(@Root() { environmentId, state }: ShownMeeting, @Ctx() ctx: RequestContext): Promise<boolean> {
    return state === 'NOTICED' && isMember(await viewerOrPublic(ctx), environmentId);
  }

  @FieldResolver(() => PreparedAttendanceType, { nullable: true, description: 'Who comes and what they need; null for who does not prepare it.' })
  async preparedAttendance(@Root() meeting: ShownMeeting, @Ctx() ctx: RequestContext): Promise<PreparedAttendance | null> {
    const body = meeting.looker.prepares ? await bodyById(ctx, meeting.bodyId) : null;
    return body === null ? null : preparedAttendance(ctx, meeting, body);
  }

  @SignedIn()
  @Mutation(() => MeetingResult, { description: 'Says whether the viewer comes, and asks for an interpreter or childcare; changeable until it begins. For people of its environment. Errors: NOT_FOUND.' })
  async planToAttend(
    @Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The meeting.' }) id: string,
    @Arg('input', () => AttendancePlanInput, { description: 'All of it; what was said before is replaced.' }) input: AttendancePlanInput,
  ): Promise<typeof MeetingResult> {
    const answer = await planAttendance(ctx.house, await signedIn(ctx), id, planWordingOf(input));
    forgetPlanCounts(ctx);
    return meetingResult(answer);
  }
}
