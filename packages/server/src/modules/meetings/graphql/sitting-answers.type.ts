import { Ctx, Field, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { SittingAnswer } from '../application/change-sitting.ts';
import { type ShownSitting, rereadSitting } from '../application/sitting-reader.ts';
import type { MeetingLaw } from '../domain/meeting.ts';
import type { MeetingFault } from '../domain/meeting-wording.ts';
import type { SittingRefusal, SittingRefusalReason } from '../domain/refusal.ts';
import { sourceOf } from '../domain/sitting.ts';
import { MeetingFaultType } from './meeting-answers.type.ts';
import { SittingRefusalEnum } from './sitting-enums.type.ts';
import { SittingType } from './sitting.type.ts';

async function after(ctx: RequestContext, meetingId: string): Promise<ShownSitting> {
  const sitting = await rereadSitting(ctx, meetingId);
  if (sitting === null) throw coded('NOT_FOUND');
  return sitting;
}

@ObjectType('SittingRefusal', { simpleResolvers: true, description: 'One reason against an act of the room; the page words it and its remedy.' })
export class SittingRefusalType implements SittingRefusal {
  @Field(() => SittingRefusalEnum, { description: 'Why.' })
  reason!: SittingRefusalReason;

  @Field(() => String, { nullable: true, description: 'Where the rule is from: a section of law, `bylaws`, or `RONR`; null where it is only what a record can hold.' })
  source!: string | null;

  @Field(() => [String], { description: 'The state, ids, numbers, moments or codes that it is about.' })
  about!: readonly string[];
}

/** The reason with where it is from under the law of a body. */
export const refusalAsShown = ({ reason, about }: SittingRefusal, law: MeetingLaw): SittingRefusalType => ({ reason, about, source: sourceOf(reason, law) });

@ObjectType('SittingDone', { description: 'It is done, and on record.' })
export class SittingDone {
  constructor(private readonly meetingId: string, repeated: boolean) { this.repeated = repeated; }

  @Field(() => Boolean, { description: 'It was done before under this key, and nothing was done now.' })
  readonly repeated: boolean;

  @Field(() => SittingType, { description: 'As it is now.' })
  sitting(@Ctx() ctx: RequestContext): Promise<ShownSitting> { return after(ctx, this.meetingId); }
}

@ObjectType('SittingRefused', { description: 'It cannot happen now; nothing was done, and the same key may be sent again.' })
export class SittingRefused {
  constructor(private readonly meetingId: string, refusals: readonly SittingRefusalType[]) { this.refusals = refusals; }

  @Field(() => [SittingRefusalType], { description: 'All reasons at once.' })
  readonly refusals: readonly SittingRefusalType[];

  @Field(() => SittingType, { description: 'As it is now.' })
  sitting(@Ctx() ctx: RequestContext): Promise<ShownSitting> { return after(ctx, this.meetingId); }
}

@ObjectType('SittingFaulty', { description: 'Nothing was kept: something of the input breaks rules or is missing.' })
export class SittingFaulty {
  constructor(faults: readonly MeetingFault[]) { this.faults = faults; }

  @Field(() => [MeetingFaultType], { description: 'All of them at once.' })
  readonly faults: readonly MeetingFault[];
}

export const SittingResult = createUnionType({
  name: 'SittingResult',
  description: 'What became of an act of the room.',
  types: () => [SittingDone, SittingRefused, SittingFaulty] as const,
});

export function sittingResult(answer: SittingAnswer): typeof SittingResult {
  switch (answer.answer) {
    case 'DONE': return new SittingDone(answer.meetingId, answer.repeated);
    case 'REFUSED': return new SittingRefused(answer.sitting.id, answer.refusals.map((refusal) => refusalAsShown(refusal, answer.sitting.rules.notice.law)));
    case 'FAULTY': return new SittingFaulty(answer.faults);
  }
}
