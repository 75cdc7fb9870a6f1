import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { SittingResult, sittingResult } from '../../meetings/graphql/sitting-answers.type.ts';
import type { SittingAnswer } from '../../meetings/index.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import { type ViewerFacts, signedIn } from '../../people/index.ts';
import type { House } from '../../../platform/room.ts';
import { lapseAmendment, moveAmendment, secondAmendment, withdrawAmendment } from '../application/amend-motion.ts';
import { announceResult, stopQuestion } from '../application/announce-result.ts';
import { castVote, objectTo } from '../application/cast-vote.ts';
import { lapseMotion, referMotion, stateMotion, tableMotion, takeUpMotion, withdrawMotion } from '../application/dispose-motion.ts';
import { forgetMotions } from '../application/motion-reader.ts';
import { moveMotion, secondMotion } from '../application/move-motion.ts';
import { putQuestion } from '../application/put-question.ts';
import type { QuestionWay } from '../domain/question.ts';
import type { VoteChoice } from '../domain/voting.ts';
import { QuestionWayEnum, VoteChoiceEnum } from './motion-enums.type.ts';
import { MOST_LOCALES, MotionInput, motionOf } from './motion-inputs.type.ts';

export const KeepNames = () => Arg('keepNames', () => Boolean, { defaultValue: false, description: 'The writer was told which students it names (STUDENT_NAMED), and keeps the names in the copy of the body.' });
export const Key = () => Arg('key', () => ID, { description: 'A UUID the device made for this act: sent again, it is answered and not done again.' });
const MotionId = () => Arg('motionId', () => ID, { description: 'The motion.' });
const AmendmentId = () => Arg('amendmentId', () => ID, { description: 'The amendment of it.' });
const QuestionId = () => Arg('questionId', () => ID, { description: 'The question.' });
const ForMember = () => Arg('memberId', () => ID, { nullable: true, description: 'The SittingMember who said it aloud, entered by whoever runs the sitting; left out: the viewer.' });

export const RUNS = 'Those who run the sitting: who prepares the body\'s meetings, who presides and who takes the record; NOT_FOUND for anybody else.';
const TAKES_PART = 'Members of the body each for themselves, and those who run the sitting for whoever said it aloud; NOT_FOUND for anybody else.';
const OPEN_VOTE = 'There is no secret way (Gov. Code 54953): officers whom bylaws have chosen by secret ballot are elected by an election of members.';

/** What a document leaves out comes as undefined. */
export type LeftOut<T> = T | null | undefined;
type Answered = Promise<typeof SittingResult>;

/** Does an act, and answers with the sitting as it is then. */
export async function answered(ctx: RequestContext, act: (house: House, viewer: ViewerFacts) => Promise<SittingAnswer>): Answered {
  const answer = await act(ctx.house, await signedIn(ctx));
  forgetMotions(ctx);
  return sittingResult(answer);
}

@ArgsType()
class AmendmentArgs {
  @Field(() => [LocalizedTextInput], { description: 'The motion\'s whole text as it would read; at least one language, at most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  text!: LocalizedTextInput[];
}

@Resolver()
export class MotionActsResolver {
  @SignedIn()
  @Mutation(() => SittingResult, { description: `Moves a motion, as a voting member who is present. ${TAKES_PART}` })
  moveMotion(@Ctx() ctx: RequestContext, @Key() key: string, @Arg('id', () => ID, { description: 'The meeting.' }) id: string, @Arg('input', () => MotionInput, { description: 'The motion.' }) input: MotionInput): Answered {
    return answered(ctx, (house, viewer) => moveMotion(house, viewer, { key, id }, motionOf(input)));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Seconds a motion; never its mover. ${TAKES_PART}` })
  secondMotion(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string, @ForMember() memberId: LeftOut<string>): Answered {
    return answered(ctx, (house, viewer) => secondMotion(house, viewer, { key, id }, memberId ?? null));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Says that nobody seconds a motion, which ends it. ${RUNS}` })
  lapseMotion(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string): Answered {
    return answered(ctx, (house, viewer) => lapseMotion(house, viewer, { key, id }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `States a motion that was seconded, which opens debate. ${RUNS}` })
  stateMotion(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string): Answered {
    return answered(ctx, (house, viewer) => stateMotion(house, viewer, { key, id }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Takes a motion back, with an amendment that waits. Its mover, and ${RUNS.charAt(0).toLowerCase()}${RUNS.slice(1)}` })
  withdrawMotion(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string): Answered {
    return answered(ctx, (house, viewer) => withdrawMotion(house, viewer, { key, id }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Says that the body lays a motion aside, and its item with it. ${RUNS}` })
  tableMotion(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string): Answered {
    return answered(ctx, (house, viewer) => tableMotion(house, viewer, { key, id }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Says that the body takes up again what it laid aside in this sitting. ${RUNS}` })
  takeUpMotion(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string): Answered {
    return answered(ctx, (house, viewer) => takeUpMotion(house, viewer, { key, id }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Says that the body sends a motion to somebody who looks into it first. ${RUNS}` })
  referMotion(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string, @Arg('to', () => String, { description: 'To whom; 1 to 300 characters.' }) to: string, @KeepNames() keepNames: boolean): Answered {
    return answered(ctx, (house, viewer) => referMotion(house, viewer, { key, id }, to, keepNames));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Moves an amendment of a motion under debate, one at a time. ${TAKES_PART}` })
  moveAmendment(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string, @Args(() => AmendmentArgs) { text }: AmendmentArgs, @ForMember() memberId: LeftOut<string>, @KeepNames() keepNames: boolean): Answered {
    return answered(ctx, (house, viewer) => moveAmendment(house, viewer, { key, id }, text, memberId ?? null, keepNames));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Seconds an amendment; never its mover. ${TAKES_PART}` })
  secondAmendment(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string, @AmendmentId() amendmentId: string, @ForMember() memberId: LeftOut<string>): Answered {
    return answered(ctx, (house, viewer) => secondAmendment(house, viewer, { key, id, amendmentId }, memberId ?? null));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Takes an amendment back. Its mover, and ${RUNS.charAt(0).toLowerCase()}${RUNS.slice(1)}` })
  withdrawAmendment(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string, @AmendmentId() amendmentId: string): Answered {
    return answered(ctx, (house, viewer) => withdrawAmendment(house, viewer, { key, id, amendmentId }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Says that nobody seconds an amendment, which ends it. ${RUNS}` })
  lapseAmendment(@Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string, @AmendmentId() amendmentId: string): Answered {
    return answered(ctx, (house, viewer) => lapseAmendment(house, viewer, { key, id, amendmentId }));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Puts the question on a motion, or on an amendment of it. Refused with everything that keeps it, as in \`blockers\`. ${OPEN_VOTE} ${RUNS}` })
  putQuestion(
    @Ctx() ctx: RequestContext, @Key() key: string, @MotionId() id: string,
    @Arg('amendmentId', () => ID, { nullable: true, description: 'The amendment; left out: the motion itself.' }) amendmentId: LeftOut<string>,
    @Arg('way', () => QuestionWayEnum, { description: 'A roll call, or whether anybody objects.' }) way: QuestionWay,
  ): Answered {
    return answered(ctx, (house, viewer) => putQuestion(house, viewer, { key, id }, amendmentId ?? null, way));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Votes on an open roll call, by name; the last vote of a member counts. No proxies. ${TAKES_PART}` })
  castVote(
    @Ctx() ctx: RequestContext, @Key() key: string, @QuestionId() id: string, @Arg('choice', () => VoteChoiceEnum, { description: 'The vote.' }) choice: VoteChoice, @ForMember() memberId: LeftOut<string>,
  ): Answered {
    return answered(ctx, (house, viewer) => castVote(house, viewer, { key, id }, choice, memberId ?? null));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Objects, without a reason, where it was asked whether anybody does: the question becomes a roll call. ${TAKES_PART}` })
  object(@Ctx() ctx: RequestContext, @Key() key: string, @QuestionId() id: string, @ForMember() memberId: LeftOut<string>): Answered {
    return answered(ctx, (house, viewer) => objectTo(house, viewer, { key, id }, memberId ?? null));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Breaks a question off, which decides nothing. ${RUNS}` })
  stopQuestion(@Ctx() ctx: RequestContext, @Key() key: string, @QuestionId() id: string, @Arg('why', () => String, { description: '1 to 300 characters.' }) why: string, @KeepNames() keepNames: boolean): Answered {
    return answered(ctx, (house, viewer) => stopQuestion(house, viewer, { key, id }, why, keepNames));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Announces a question's result, once and for good: who is present and silent abstains. What an adopted motion does happens with it. ${RUNS}` })
  announceResult(@Ctx() ctx: RequestContext, @Key() key: string, @QuestionId() id: string): Answered {
    return answered(ctx, (house, viewer) => announceResult(house, viewer, { key, id }));
  }
}
