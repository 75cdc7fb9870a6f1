import { Ctx, Field, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { MeetingFaultType } from '../../meetings/graphql/meeting-answers.type.ts';
import { SittingRefusalEnum } from '../../meetings/graphql/sitting-enums.type.ts';
import type { ActionAnswer } from '../application/change-action.ts';
import type { ActionItemRecord } from '../application/motion-record.ts';
import { actionById } from '../application/motion-reader.ts';
import type { WordingFault } from '../domain/motion-wording.ts';
import type { MotionRefusal, MotionRefusalReason } from '../domain/refusal.ts';
import { ActionItemType } from './decision.type.ts';

interface Where { readonly schoolId: string; readonly actionId: string }

async function after(ctx: RequestContext, { schoolId, actionId }: Where): Promise<ActionItemRecord> {
  const action = await actionById(ctx, schoolId, actionId);
  if (action === null) throw coded('NOT_FOUND');
  return action;
}

@ObjectType('ActionChanged', { description: 'It is done, and on record.' })
export class ActionChanged {
  constructor(private readonly where: Where) {}

  @Field(() => ActionItemType, { description: 'As it is now.' })
  action(@Ctx() ctx: RequestContext): Promise<ActionItemRecord> { return after(ctx, this.where); }
}

@ObjectType('ActionStale', { description: 'Nothing was done: the action item has changed since the version named.' })
export class ActionStale {
  constructor(private readonly where: Where) {}

  @Field(() => ActionItemType, { description: 'As it is now.' })
  action(@Ctx() ctx: RequestContext): Promise<ActionItemRecord> { return after(ctx, this.where); }
}

@ObjectType('ActionRefused', { description: 'It cannot happen now, for a reason the page explains.' })
export class ActionRefused {
  @Field(() => SittingRefusalEnum, { description: 'Why.' })
  readonly reason: MotionRefusalReason;

  @Field(() => [String], { description: 'The state that the refusal is about.' })
  readonly about: readonly string[];

  constructor(private readonly where: Where, { reason, about }: MotionRefusal) {
    this.reason = reason;
    this.about = about;
  }

  @Field(() => ActionItemType, { description: 'As it is now.' })
  action(@Ctx() ctx: RequestContext): Promise<ActionItemRecord> { return after(ctx, this.where); }
}

@ObjectType('ActionFaulty', { description: 'Nothing was kept: something of the input breaks rules or is missing.' })
export class ActionFaulty {
  constructor(faults: readonly WordingFault[]) { this.faults = faults; }

  @Field(() => [MeetingFaultType], { description: 'All of them at once.' })
  readonly faults: readonly WordingFault[];
}

export const ActionResult = createUnionType({
  name: 'ActionResult',
  description: 'What became of an act on an action item.',
  types: () => [ActionChanged, ActionRefused, ActionStale, ActionFaulty] as const,
});

export function actionResult(answer: ActionAnswer): typeof ActionResult {
  switch (answer.answer) {
    case 'CHANGED': return new ActionChanged(answer);
    case 'STALE': return new ActionStale(answer);
    case 'REFUSED': return new ActionRefused(answer, answer.refusal);
    case 'FAULTY': return new ActionFaulty(answer.faults);
  }
}
