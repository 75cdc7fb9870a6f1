import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { SittingResult } from '../../meetings/graphql/sitting-answers.type.ts';
import { signedIn } from '../../people/index.ts';
import { assignAction } from '../application/assign-action.ts';
import { dropAction, finishAction, reopenAction, reviseAction } from '../application/change-action.ts';
import { forgetMotions } from '../application/motion-reader.ts';
import { ActionResult, actionResult } from './action-answers.type.ts';
import { KeepNames, Key, type LeftOut, RUNS, answered } from './motion-acts.resolver.ts';
import { ActionItemInput, ActionItemRevisionInput, assignedOf } from './motion-inputs.type.ts';

const ActionId = () => Arg('actionId', () => ID, { description: 'The action item.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers ActionStale.' });
const Note = () => Arg('note', () => String, { nullable: true, description: 'How, or why; at most 1,000 characters.' });

const PREPARERS = 'Coordinators, administrators and the body\'s chair, vice-chair and secretary; whoever presided over its meeting or took the record, until its minutes are approved; NOT_FOUND for anybody else.';
const OWNER = `Whoever is to do it. ${PREPARERS}`;

type Answered = Promise<typeof ActionResult>;

@Resolver()
export class ActionActsResolver {
  @SignedIn()
  @Mutation(() => SittingResult, { description: `Assigns an action item, in the meeting or after it was adjourned; by whoever presided or took the record until the minutes are approved. ${RUNS}` })
  assignAction(
    @Ctx() ctx: RequestContext, @Key() key: string, @Arg('id', () => ID, { description: 'The meeting.' }) id: string, @Arg('input', () => ActionItemInput, { description: 'The action item.' }) input: ActionItemInput,
  ): Promise<typeof SittingResult> {
    return answered(ctx, (house, viewer) => assignAction(house, viewer, { key, id }, assignedOf(input)));
  }

  @SignedIn()
  @Mutation(() => ActionResult, { description: `New words, another owner or another day. ${PREPARERS}` })
  async reviseAction(
    @Ctx() ctx: RequestContext, @ActionId() id: string, @Version() version: number,
    @Arg('input', () => ActionItemRevisionInput, { description: 'The action item, in place of the old.' }) { due = null, ...rest }: ActionItemRevisionInput,
  ): Answered {
    return after(ctx, await reviseAction(ctx.house, await signedIn(ctx), { id, version }, { ...rest, due }));
  }

  @SignedIn()
  @Mutation(() => ActionResult, { description: `Says that it is done. ${OWNER}` })
  async finishAction(@Ctx() ctx: RequestContext, @ActionId() id: string, @Version() version: number, @Note() note: LeftOut<string>, @KeepNames() keepNames: boolean): Answered {
    return after(ctx, await finishAction(ctx.house, await signedIn(ctx), { id, version }, note ?? null, keepNames));
  }

  @SignedIn()
  @Mutation(() => ActionResult, { description: `Says that it is not to be done any more, and why: a note is owed. ${PREPARERS}` })
  async dropAction(@Ctx() ctx: RequestContext, @ActionId() id: string, @Version() version: number, @Note() note: LeftOut<string>, @KeepNames() keepNames: boolean): Answered {
    return after(ctx, await dropAction(ctx.house, await signedIn(ctx), { id, version }, note ?? null, keepNames));
  }

  @SignedIn()
  @Mutation(() => ActionResult, { description: `Says that it is to be done after all. ${OWNER}` })
  async reopenAction(@Ctx() ctx: RequestContext, @ActionId() id: string, @Version() version: number, @Note() note: LeftOut<string>, @KeepNames() keepNames: boolean): Answered {
    return after(ctx, await reopenAction(ctx.house, await signedIn(ctx), { id, version }, note ?? null, keepNames));
  }
}

function after(ctx: RequestContext, answer: Parameters<typeof actionResult>[0]): typeof ActionResult {
  forgetMotions(ctx);
  return actionResult(answer);
}
