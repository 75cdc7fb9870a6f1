import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../people/graphql/enums.type.ts';
import type { MemberPlan, PlanCounts, PlanRequest, PreparedAttendance } from '../application/attendance-plans.ts';
import { PLAN_ANSWERS, type PlanAnswer, type PlanWording } from '../domain/attendance-plan.ts';

export const PlanAnswerEnum = enumOf<PlanAnswer>(PLAN_ANSWERS);
registerEnumType(PlanAnswerEnum, {
  name: 'PlanAnswer',
  description: 'Whether somebody means to come to a meeting.',
  valuesConfig: {
    COMING: { description: 'They come.' },
    NOT_COMING: { description: 'They do not.' },
    REMOTE: { description: 'They take part online; only where the notice gives an address for it.' },
  },
});

@ObjectType('AttendancePlan', { simpleResolvers: true, description: 'What the viewer has said of their coming.' })
export class AttendancePlanType implements PlanWording {
  @Field(() => PlanAnswerEnum, { description: 'Whether they come.' })
  answer!: PlanAnswer;

  @Field(() => String, { nullable: true, description: 'The language they need an interpreter for, as a BCP 47 tag.' })
  interpreter!: string | null;

  @Field(() => Int, { description: 'How many children they bring to be looked after.' })
  children!: number;

  @Field(() => String, { nullable: true, description: 'What else those who prepare the meeting should know.' })
  note!: string | null;
}

@InputType('AttendancePlanInput', { description: 'Whether the viewer comes, and what they need for it. Who does not come needs nothing.' })
export class AttendancePlanInput {
  @Field(() => PlanAnswerEnum, { description: 'Whether they come.' })
  answer!: PlanAnswer;

  @Field(() => String, { nullable: true, description: 'The language they need an interpreter for, as a BCP 47 tag.' })
  interpreter?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'How many children they bring to be looked after: 0 to 12. No names.' })
  children!: number;

  @Field(() => String, { nullable: true, description: 'What else those who prepare the meeting should know; at most 500 characters.' })
  note?: string | null;
}

@ObjectType('MemberPlan', { simpleResolvers: true, description: 'What a voting member has said.' })
export class MemberPlanType implements MemberPlan {
  @Field(() => String, { description: 'Who.' })
  name!: string;

  @Field(() => PlanAnswerEnum, { nullable: true, description: 'Null while they have not answered.' })
  answer!: PlanAnswer | null;
}

@ObjectType('PlanRequest', { simpleResolvers: true, description: 'What somebody needs in order to come.' })
export class PlanRequestType implements PlanRequest {
  @Field(() => String, { description: 'Who.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The language they need an interpreter for.' })
  interpreter!: string | null;

  @Field(() => Int, { description: 'Children to be looked after.' })
  children!: number;

  @Field(() => String, { nullable: true, description: 'In their own words.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'The interpreter or the childcare was asked for less than 72 hours before.' })
  late!: boolean;
}

@ObjectType('PreparedAttendance', { simpleResolvers: true, description: 'What those who prepare a meeting go by: whether there will be a quorum, and what people need.' })
export class PreparedAttendanceType implements PreparedAttendance {
  @Field(() => Int, { description: 'Voting members of today.' })
  members!: number;

  @Field(() => Int, { description: 'How many of them must be there, by the bylaws (rule 10).' })
  needed!: number;

  @Field(() => Int, { description: 'How many of them have said that they come.' })
  membersComing!: number;

  @Field(() => Int, { description: 'How many of them have said that they take part online.' })
  membersRemote!: number;

  @Field(() => [MemberPlanType], { description: 'Every voting member.' })
  answers!: readonly MemberPlan[];

  @Field(() => [PlanRequestType], { description: 'Everybody who asks for something, in the order in which they answered.' })
  requests!: readonly PlanRequest[];
}

@ObjectType('AttendancePlans', { simpleResolvers: true, description: 'How many people mean to come to a meeting. Who has not answered is not counted.' })
export class AttendancePlansType implements PlanCounts {
  @Field(() => Int, { description: 'Have said that they come.' })
  coming!: number;

  @Field(() => Int, { description: 'Have said that they do not.' })
  notComing!: number;

  @Field(() => Int, { description: 'Have said that they take part online.' })
  remote!: number;
}

export const planWordingOf = ({ answer, interpreter = null, children, note = null }: AttendancePlanInput): PlanWording => ({ answer, interpreter, children, note });
