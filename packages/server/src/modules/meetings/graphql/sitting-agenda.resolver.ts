import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { signedIn } from '../../people/index.ts';
import { addItem, closeItem, offerComment, takeUpItem } from '../application/sitting-items.ts';
import { askToSpeak, callSpeaker, extendSpeaker, finishSpeaker, moveSpeaker, pauseSpeaker, resumeSpeaker, withdrawSpeaker } from '../application/speakers.ts';
import type { ItemOutcome } from '../domain/carry-over.ts';
import { AgendaItemInput, itemWordingOf } from './meeting-inputs.type.ts';
import { SittingResult, sittingResult } from './sitting-answers.type.ts';
import { ItemOutcomeEnum } from './sitting-enums.type.ts';
import { SpeakerInput, speakerWordingOf } from './sitting-inputs.type.ts';

const Key = () => Arg('key', () => ID, { description: 'A UUID the device made for this act: sent again, it is answered and not done again.' });
const Id = () => Arg('id', () => ID, { description: 'The meeting.' });
const Item = () => Arg('itemId', () => ID, { description: 'The SittingItem.' });
const SpeakerId = () => Arg('speakerId', () => ID, { description: 'The Speaker.' });

const RUNS = 'Those who run the sitting; NOT_FOUND for anybody else.';

type Answered = Promise<typeof SittingResult>;

@Resolver()
export class SittingAgendaResolver {
  @SignedIn()
  @Mutation(() => SittingResult, { description: `An item comes before the body, in whatever order; also one that was tabled. ${RUNS}` })
  async takeUpItem(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Item() itemId: string): Answered {
    return sittingResult(await takeUpItem(ctx.house, await signedIn(ctx), key, id, itemId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Says what became of an item; ACTED only where the body could lawfully act. ${RUNS}` })
  async closeItem(
    @Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Item() itemId: string, @Arg('outcome', () => ItemOutcomeEnum, { description: 'What became of it; not OPEN.' }) outcome: ItemOutcome,
  ): Answered {
    return sittingResult(await closeItem(ctx.house, await signedIn(ctx), key, id, itemId, outcome));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Adds an item in session. No notice lists it, so it may be acted on only once the body has found it urgent (EC 35147; Gov. Code 54954.2); an action item says its rationale. ${RUNS}` })
  async addItem(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Arg('input', () => AgendaItemInput, { description: 'The item.' }) input: AgendaItemInput): Answered {
    return sittingResult(await addItem(ctx.house, await signedIn(ctx), key, id, itemWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `The public was asked who wants to speak (EC 35147; Gov. Code 54954.3). ${RUNS}` })
  async offerComment(
    @Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string,
    @Arg('itemId', () => ID, { nullable: true, description: 'To one item; left out: to anything within the body\'s jurisdiction.' }) itemId: string | null | undefined,
  ): Answered {
    return sittingResult(await offerComment(ctx.house, await signedIn(ctx), key, id, itemId ?? null));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: 'Puts somebody on the list of speakers: anybody of the environment themselves, visitors and members by those who run the sitting; NOT_FOUND for anybody else.' })
  async askToSpeak(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @Arg('input', () => SpeakerInput, { description: 'Who, to what, and how.' }) input: SpeakerInput): Answered {
    return sittingResult(await askToSpeak(ctx.house, await signedIn(ctx), key, id, speakerWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Takes somebody who waits off the list: oneself, or those who run the sitting; NOT_FOUND for anybody else.` })
  async withdrawSpeaker(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @SpeakerId() speakerId: string): Answered {
    return sittingResult(await withdrawSpeaker(ctx.house, await signedIn(ctx), key, id, speakerId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Gives somebody the floor; the clock runs. ${RUNS}` })
  async callSpeaker(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @SpeakerId() speakerId: string): Answered {
    return sittingResult(await callSpeaker(ctx.house, await signedIn(ctx), key, id, speakerId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Stops the clock of who speaks. ${RUNS}` })
  async pauseSpeaker(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @SpeakerId() speakerId: string): Answered {
    return sittingResult(await pauseSpeaker(ctx.house, await signedIn(ctx), key, id, speakerId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `The clock of who speaks goes on. ${RUNS}` })
  async resumeSpeaker(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @SpeakerId() speakerId: string): Answered {
    return sittingResult(await resumeSpeaker(ctx.house, await signedIn(ctx), key, id, speakerId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Gives more time: 10 to 1800 seconds at once. ${RUNS}` })
  async extendSpeaker(
    @Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @SpeakerId() speakerId: string, @Arg('seconds', () => Int, { description: 'How many more.' }) seconds: number,
  ): Answered {
    return sittingResult(await extendSpeaker(ctx.house, await signedIn(ctx), key, id, speakerId, seconds));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Who speaks has spoken. ${RUNS}` })
  async finishSpeaker(@Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @SpeakerId() speakerId: string): Answered {
    return sittingResult(await finishSpeaker(ctx.house, await signedIn(ctx), key, id, speakerId));
  }

  @SignedIn()
  @Mutation(() => SittingResult, { description: `Another place among those who wait. ${RUNS}` })
  async moveSpeaker(
    @Ctx() ctx: RequestContext, @Key() key: string, @Id() id: string, @SpeakerId() speakerId: string,
    @Arg('position', () => Int, { description: 'From 1; beyond the end is the end.' }) position: number,
  ): Answered {
    return sittingResult(await moveSpeaker(ctx.house, await signedIn(ctx), key, id, speakerId, position));
  }
}
