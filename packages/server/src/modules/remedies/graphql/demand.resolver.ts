import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public, SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { GoverningBodyType } from '../../bodies/graphql/body.type.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { MeetingType } from '../../meetings/graphql/meeting.type.ts';
import { type ShownMeeting, suitUntil } from '../../meetings/index.ts';
import { LocalizedTextInput, LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { signedIn, viewerOf } from '../../people/index.ts';
import { type DemandTerms, type ShownDemand, demandOfSecret, demandTerms, demandsOf, openDemands } from '../application/demand-reader.ts';
import { demandReconsideration } from '../application/demand-reconsideration.ts';
import { answerDemand, withdrawDemand } from '../application/settle-demand.ts';
import { type SettledItem, settledItems } from '../application/settled-items.ts';
import { spendDemand } from '../application/visitor-throttle.ts';
import { mayAnswer, maySeeWords } from '../domain/demand.ts';
import { DemandTermsType, DemandType } from './demand.type.ts';
import { DemandResult, demandResult } from './remedy-answers.type.ts';
import { DemandInput, demandingOf } from './remedy-inputs.type.ts';
import { SettledItemType } from './settled-item.type.ts';

const Secret = () => Arg('secret', () => String, { description: 'The 22 characters made with the demand.' });

@Resolver(() => DemandType)
export class DemandResolver {
  @Public()
  @Query(() => DemandType, { nullable: true, description: 'A demand, for who has its secret; null for any other.' })
  demand(@Ctx() ctx: RequestContext, @Secret() secret: string): Promise<ShownDemand | null> { return demandOfSecret(ctx, secret); }

  @FieldResolver(() => GoverningBodyType, { description: 'Who is to reconsider.' })
  async body(@Root() { bodyId }: ShownDemand, @Ctx() ctx: RequestContext): Promise<BodyRecord> {
    const body = await bodyById(ctx, bodyId);
    if (body === null) throw coded('NOT_FOUND');
    return body;
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'The item, in a line.' })
  itemTitle(@Root() { itemTitle }: ShownDemand): LocalizedTextType[] { return localized(itemTitle); }

  @FieldResolver(() => String, { nullable: true, description: 'The last day to sue, where the law knows one: counted from the answer, or from the day it was due (Gov. Code 54960.1).' })
  suitUntil(@Root() { answerBy, settledOn, state }: ShownDemand): string | null { return answerBy === null || state === 'WITHDRAWN' ? null : suitUntil(answerBy, settledOn); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What the body answered in writing; everybody\'s to read.' })
  answer(@Root() { answer }: ShownDemand): LocalizedTextType[] { return localized(answer); }

  @FieldResolver(() => String, { nullable: true, description: 'What was demanded; null for who neither made it nor prepares the body\'s meetings.' })
  words(@Root() { looker, words }: ShownDemand): string | null { return maySeeWords(looker) ? words : null; }

  @FieldResolver(() => String, { nullable: true, description: 'Who demands, if they said; null for who neither made it nor prepares the body\'s meetings.' })
  name(@Root() { looker, name }: ShownDemand): string | null { return maySeeWords(looker) ? name : null; }

  @FieldResolver(() => String, { nullable: true, description: 'Where an answer reaches them, if they said; null for who neither made it nor prepares the body\'s meetings.' })
  contact(@Root() { looker, contact }: ShownDemand): string | null { return maySeeWords(looker) ? contact : null; }

  @FieldResolver(() => Boolean, { description: 'The viewer may answer it in writing now. Never in a subscription.' })
  viewerCanAnswer(@Root() { looker, state }: ShownDemand): boolean { return mayAnswer(looker, state); }
}

@Resolver(() => MeetingType)
export class MeetingDemandsResolver {
  @FieldResolver(() => [DemandType], { description: 'What was demanded of what was done at it, in the order in which it came.' })
  demands(@Root() meeting: ShownMeeting, @Ctx() ctx: RequestContext): Promise<ShownDemand[]> { return demandsOf(ctx, meeting); }

  @FieldResolver(() => [SettledItemType], { description: 'Of a noticed meeting: items whose demand or recommendation was settled since, so that nothing is left to decide about them.' })
  settledItems(@Root() meeting: ShownMeeting, @Ctx() ctx: RequestContext): Promise<SettledItem[]> { return settledItems(ctx, meeting); }

  @FieldResolver(() => DemandTermsType, { description: 'Whether anybody may demand that something done at it be reconsidered, and until when.' })
  demandTerms(@Root() { id }: ShownMeeting, @Ctx() ctx: RequestContext): Promise<DemandTerms> { return demandTerms(ctx, id); }
}

@Resolver(() => GoverningBodyType)
export class BodyDemandsResolver {
  @FieldResolver(() => [DemandType], { description: 'Demands that it has not settled yet, in the order in which they came.' })
  openDemands(@Root() body: BodyRecord, @Ctx() ctx: RequestContext, @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number): Promise<ShownDemand[]> { return openDemands(ctx, body, first); }
}

type Answered = Promise<typeof DemandResult>;

@Resolver()
export class DemandActsResolver {
  @Public()
  @Mutation(() => DemandResult, {
    description: 'Demands that something done at a held meeting be reconsidered. Anybody, also without an account; at most 60 in an hour from one network, then THROTTLED. It comes on the body\'s next agenda by itself (rule 27).',
  })
  async demandReconsideration(
    @Ctx() ctx: RequestContext, @Arg('meetingId', () => ID, { description: 'The meeting.' }) meetingId: string, @Arg('input', () => DemandInput, { description: 'The demand.' }) input: DemandInput,
  ): Answered {
    await spendDemand(ctx.address);
    return demandResult(await demandReconsideration(ctx.house, await viewerOf(ctx), meetingId, demandingOf(input)));
  }

  @Public()
  @Mutation(() => DemandResult, { description: 'Takes a demand back. Whoever has its secret; NOT_FOUND for any other.' })
  async withdrawDemand(@Ctx() ctx: RequestContext, @Secret() secret: string): Answered { return demandResult(await withdrawDemand(ctx.house, secret)); }

  @SignedIn()
  @Mutation(() => DemandResult, { description: 'Answers a demand in writing. Coordinators, administrators and the body\'s chair, vice-chair and secretary; NOT_FOUND for anybody else.' })
  async answerDemand(
    @Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The demand.' }) id: string, @Arg('version', () => Int, { description: 'The version the person saw; another answers DemandStale.' }) version: number,
    @Arg('answer', () => [LocalizedTextInput], { description: 'In at least one language; at most 4,000 characters each. Everybody\'s to read.' }) answer: LocalizedTextInput[],
    @Arg('keepNames', () => Boolean, { defaultValue: false, description: 'The writer was told which students it names (STUDENT_NAMED); everybody reads their seats all the same.' }) keepNames: boolean,
  ): Answered {
    return demandResult(await answerDemand(ctx.house, await signedIn(ctx), { id, version }, answer, keepNames));
  }
}
