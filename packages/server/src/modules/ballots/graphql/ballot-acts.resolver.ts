import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { signedIn } from '../../people/index.ts';
import { hallOf } from '../application/ballot-hall.ts';
import { castBallot } from '../application/cast-ballot.ts';
import { certifyBallot } from '../application/certify-ballot.ts';
import { closeBallot } from '../application/close-ballot.ts';
import { draftBallot } from '../application/draft-ballot.ts';
import { openBallot } from '../application/open-ballot.ts';
import { reviseBallot } from '../application/revise-ballot.ts';
import { scheduleBallot } from '../application/schedule-ballot.ts';
import { withdrawBallot } from '../application/withdraw-ballot.ts';
import { BallotCast, BallotFaulty, BallotRefused, BallotSaved, BallotStale, CastBallotResult, ChangeBallotResult, SaveBallotResult, changeResult } from './ballot-answers.type.ts';
import { BallotInput, CastBallotInput, wordingOf } from './ballot-inputs.type.ts';

const Id = () => Arg('id', () => ID, { description: 'The ballot.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers BallotStale.' });

@Resolver()
export class BallotActsResolver {
  @SignedIn()
  @Mutation(() => SaveBallotResult, { description: 'A new draft. Coordinators and administrators; NOT_FOUND for anybody else.' })
  async draftBallot(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => BallotInput, { description: 'The wording.' }) input: BallotInput,
  ): Promise<typeof SaveBallotResult> {
    const answer = await draftBallot(ctx.house, await signedIn(ctx), input.environmentId, wordingOf(input));
    return answer.answer === 'SAVED' ? new BallotSaved(answer.ballotId) : new BallotFaulty(answer.faults);
  }

  @SignedIn()
  @Mutation(() => SaveBallotResult, { description: 'New words for a draft or a scheduled ballot; the latter becomes a draft again. Coordinators and administrators.' })
  async reviseBallot(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('input', () => BallotInput, { description: 'The whole wording, in place of the old.' }) input: BallotInput,
  ): Promise<typeof SaveBallotResult> {
    const answer = await reviseBallot(ctx.house, await signedIn(ctx), { id, version }, input.environmentId, wordingOf(input));
    if (answer.answer === 'FAULTY') return new BallotFaulty(answer.faults);
    return answer.answer === 'SAVED' ? new BallotSaved(answer.ballotId) : new BallotStale(answer.ballotId);
  }

  @SignedIn()
  @Mutation(() => ChangeBallotResult, { description: 'Takes a draft or scheduled ballot back for good. Coordinators and administrators.' })
  async withdrawBallot(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Promise<typeof ChangeBallotResult> {
    return changeResult(await withdrawBallot(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => ChangeBallotResult, { description: 'Announces a draft that is complete in every required language, has a closing time and voters. Coordinators and administrators.' })
  async scheduleBallot(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Promise<typeof ChangeBallotResult> {
    return changeResult(await scheduleBallot(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => ChangeBallotResult, { description: 'Opens a scheduled ballot now and freezes its roll. Coordinators and administrators.' })
  async openBallot(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Promise<typeof ChangeBallotResult> {
    return changeResult(await openBallot(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => ChangeBallotResult, { description: 'Closes an open ballot now and counts it. Coordinators and administrators.' })
  async closeBallot(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('reason', () => String, { description: 'Why before its time; 1 to 500 characters, kept with the ballot. BAD_INPUT when empty.' }) reason: string,
  ): Promise<typeof ChangeBallotResult> {
    return changeResult(await closeBallot(ctx.house, await signedIn(ctx), { id, version }, reason));
  }

  @SignedIn()
  @Mutation(() => ChangeBallotResult, { description: 'Stands for a counted result, as one of two different people of the election committee; the second makes it public.' })
  async certifyBallot(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Promise<typeof ChangeBallotResult> {
    return changeResult(await certifyBallot(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => CastBallotResult, {
    description: 'Puts one vote into the box. Answered only when it is durable; repeating the request with the same key is harmless. The first vote is final. NOT_FOUND when there is no such ballot in the viewer\'s school.',
  })
  async castBallot(
    @Ctx() ctx: RequestContext,
    // Checked by the use case itself: the generic validator would be a tenth of what a vote costs.
    @Arg('input', () => CastBallotInput, { description: 'The vote.', validate: false }) input: CastBallotInput,
  ): Promise<typeof CastBallotResult> {
    if (ctx.session === null) throw coded('UNAUTHENTICATED');
    const answer = await castBallot(hallOf(ctx.house), ctx.session, input);
    return answer.ok ? new BallotCast(answer.again, input.ballotId) : new BallotRefused(answer.refusal, input.ballotId);
  }
}
