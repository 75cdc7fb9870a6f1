import { Ctx, Field, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { MinutesAnswer } from '../application/change-minutes.ts';
import { type ShownMinutes, rereadMinutes } from '../application/minutes-reader.ts';
import type { MinutesFault, MinutesFaultCode } from '../domain/minutes-wording.ts';
import type { MinutesRefusal } from '../domain/refusal.ts';
import { MinutesFaultEnum } from './minutes-enums.type.ts';
import { MinutesRefusalType } from './minutes-refusal.type.ts';
import { MinutesType } from './minutes.type.ts';

async function after(ctx: RequestContext, meetingId: string): Promise<ShownMinutes> {
  const minutes = await rereadMinutes(ctx, meetingId);
  if (minutes === null) throw coded('NOT_FOUND');
  return minutes;
}

@ObjectType('MinutesFault', { simpleResolvers: true, description: 'Something wrong in an input; never a value.' })
export class MinutesFaultType implements MinutesFault {
  @Field(() => String, { description: 'Path within the input.' })
  field!: string;

  @Field(() => MinutesFaultEnum, { description: 'What is wrong.' })
  code!: MinutesFaultCode;
}

@ObjectType('MinutesChanged', { description: 'It is done, and on record.' })
export class MinutesChanged {
  constructor(private readonly meetingId: string) {}

  @Field(() => MinutesType, { description: 'As they are now.' })
  minutes(@Ctx() ctx: RequestContext): Promise<ShownMinutes> { return after(ctx, this.meetingId); }
}

@ObjectType('MinutesStale', { description: 'Nothing was done: the minutes have changed since the version named.' })
export class MinutesStale {
  constructor(private readonly meetingId: string) {}

  @Field(() => MinutesType, { description: 'As they are now.' })
  minutes(@Ctx() ctx: RequestContext): Promise<ShownMinutes> { return after(ctx, this.meetingId); }
}

@ObjectType('MinutesFaulty', { description: 'Nothing was kept: something in the input breaks rules.' })
export class MinutesFaulty {
  constructor(faults: readonly MinutesFault[]) { this.faults = faults; }

  @Field(() => [MinutesFaultType], { description: 'All of them at once.' })
  readonly faults: readonly MinutesFault[];
}

@ObjectType('MinutesRefused', { description: 'It cannot happen now, for reasons the page explains.' })
export class MinutesRefused {
  @Field(() => [MinutesRefusalType], { description: 'All of them at once.' })
  readonly refusals: readonly MinutesRefusalType[];

  constructor(refusals: readonly MinutesRefusal[], private readonly meetingId: string) {
    this.refusals = refusals.map((refusal) => new MinutesRefusalType(refusal));
  }

  @Field(() => MinutesType, { description: 'As they are.' })
  minutes(@Ctx() ctx: RequestContext): Promise<ShownMinutes> { return after(ctx, this.meetingId); }
}

export const MinutesResult = createUnionType({
  name: 'MinutesResult',
  description: 'What became of an act on minutes.',
  types: () => [MinutesChanged, MinutesRefused, MinutesStale, MinutesFaulty] as const,
});

export function minutesResult(answer: MinutesAnswer): typeof MinutesResult {
  switch (answer.answer) {
    case 'CHANGED': return new MinutesChanged(answer.meetingId);
    case 'STALE': return new MinutesStale(answer.meetingId);
    case 'REFUSED': return new MinutesRefused(answer.refusals, answer.meetingId);
    case 'FAULTY': return new MinutesFaulty(answer.faults);
  }
}
