import { Ctx, Field, ID, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { MeetingAnswer } from '../application/change-meeting.ts';
import { rereadMeeting } from '../application/meeting-reader.ts';
import type { ShownMeeting } from '../application/shown-meeting.ts';
import type { MeetingFault, MeetingFaultCode } from '../domain/meeting-wording.ts';
import type { MeetingRefusal, MeetingRefusalReason } from '../domain/refusal.ts';
import { MeetingFaultEnum, MeetingRefusalEnum } from './meeting-enums.type.ts';
import { MeetingType } from './meeting.type.ts';

async function after(ctx: RequestContext, meetingId: string): Promise<ShownMeeting> {
  const meeting = await rereadMeeting(ctx, meetingId);
  if (meeting === null) throw coded('NOT_FOUND');
  return meeting;
}

@ObjectType('MeetingFault', { simpleResolvers: true, description: 'Something missing or wrong, of the meeting or of one of its items; never a value.' })
export class MeetingFaultType implements MeetingFault {
  @Field(() => String, { description: 'Path within the input or the notice; `items` when the agenda is empty.' })
  field!: string;

  @Field(() => ID, { nullable: true, description: 'The agenda item it is about; null: the meeting, or the item just worded.' })
  itemId!: string | null;

  @Field(() => MeetingFaultEnum, { description: 'What is wrong.' })
  code!: MeetingFaultCode;

  @Field(() => [String], { description: 'Languages still unsaid, the last moment at which it could have been posted (ISO 8601), or where a student is named.' })
  about!: readonly string[];
}

@ObjectType('MeetingChanged', { description: 'It is done, and on record.' })
export class MeetingChanged {
  constructor(private readonly meetingId: string) {}

  @Field(() => MeetingType, { description: 'As it is now; of a series the first.' })
  meeting(@Ctx() ctx: RequestContext): Promise<ShownMeeting> { return after(ctx, this.meetingId); }
}

@ObjectType('MeetingStale', { description: 'Nothing was done: the meeting has changed since the version named.' })
export class MeetingStale {
  constructor(private readonly meetingId: string) {}

  @Field(() => MeetingType, { description: 'As it is now.' })
  meeting(@Ctx() ctx: RequestContext): Promise<ShownMeeting> { return after(ctx, this.meetingId); }
}

@ObjectType('MeetingFaulty', { description: 'Nothing was kept or posted: something breaks rules or is missing.' })
export class MeetingFaulty {
  constructor(faults: readonly MeetingFault[]) { this.faults = faults; }

  @Field(() => [MeetingFaultType], { description: 'All of them at once.' })
  readonly faults: readonly MeetingFault[];
}

@ObjectType('MeetingRefused', { description: 'It cannot happen now, for a reason the page explains.' })
export class MeetingRefused {
  @Field(() => MeetingRefusalEnum, { description: 'Why.' })
  readonly reason: MeetingRefusalReason;

  @Field(() => [String], { description: 'The state, numbers or moments that the refusal is about.' })
  readonly about: readonly string[];

  constructor({ reason, about }: MeetingRefusal, private readonly meetingId: string | null) {
    this.reason = reason;
    this.about = about;
  }

  @Field(() => MeetingType, { nullable: true, description: 'As it is now; null when none could be drafted.' })
  meeting(@Ctx() ctx: RequestContext): Promise<ShownMeeting | null> { return this.meetingId === null ? Promise.resolve(null) : after(ctx, this.meetingId); }
}

export const MeetingResult = createUnionType({
  name: 'MeetingResult',
  description: 'What became of an act on a meeting.',
  types: () => [MeetingChanged, MeetingRefused, MeetingStale, MeetingFaulty] as const,
});

export function meetingResult(answer: MeetingAnswer): typeof MeetingResult {
  switch (answer.answer) {
    case 'CHANGED': return new MeetingChanged(answer.meetingId);
    case 'STALE': return new MeetingStale(answer.meetingId);
    case 'REFUSED': return new MeetingRefused(answer.refusal, answer.meetingId);
    case 'FAULTY': return new MeetingFaulty(answer.faults);
  }
}
