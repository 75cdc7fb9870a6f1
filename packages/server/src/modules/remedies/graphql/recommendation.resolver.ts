import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Public, SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { GoverningBodyType } from '../../bodies/graphql/body.type.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextInput, LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { type EnvironmentRecord, signedIn } from '../../people/index.ts';
import type { AnsweringMotion } from '../application/recommendation-record.ts';
import {
  type ShownRecommendation, type ShownSuggestion, recommendationById, recommendationsOfBody, recommendationsOfEnvironment, suggestionById, suggestionsOfBody, viewerMaySuggest,
} from '../application/recommendation-reader.ts';
import { respond } from '../application/respond.ts';
import { suggest, translateSuggestion } from '../application/suggest.ts';
import { type ResponseKind, maySeeResponse, recommendationPermissions } from '../domain/recommendation.ts';
import { maySeeAuthor } from '../domain/suggestion.ts';
import { AnsweringMotionType, FormalResponseType, RecommendationConnection, RecommendationPermissionsType, RecommendationType, SuggestionType } from './recommendation.type.ts';
import { RecommendationResult, SuggestionResult, recommendationResult, suggestionResult } from './remedy-answers.type.ts';
import { ResponseKindEnum } from './remedy-enums.type.ts';
import { ResponseInput, respondingOf } from './remedy-inputs.type.ts';

const First = () => Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers that it is stale.' });
const Words = () => Arg('input', () => LocalizedTextInput, { description: 'The words, and their language.' });

async function bodyOf(ctx: RequestContext, bodyId: string): Promise<BodyRecord> {
  const body = await bodyById(ctx, bodyId);
  if (body === null) throw coded('NOT_FOUND');
  return body;
}

@Resolver(() => RecommendationType)
export class RecommendationResolver {
  @Public()
  @Query(() => RecommendationType, { nullable: true, description: 'A recommendation; null when there is none.' })
  recommendation(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The recommendation.' }) id: string): Promise<ShownRecommendation | null> { return recommendationById(ctx, id); }

  @FieldResolver(() => GoverningBodyType, { description: 'Who recommends.' })
  from(@Root() { fromBodyId }: ShownRecommendation, @Ctx() ctx: RequestContext): Promise<BodyRecord> { return bodyOf(ctx, fromBodyId); }

  @FieldResolver(() => GoverningBodyType, { description: 'Who owes an answer.' })
  to(@Root() { toBodyId }: ShownRecommendation, @Ctx() ctx: RequestContext): Promise<BodyRecord> { return bodyOf(ctx, toBodyId); }

  @FieldResolver(() => [LocalizedTextType], { description: 'In a line, as its agenda item said it.' })
  title(@Root() { title }: ShownRecommendation): LocalizedTextType[] { return localized(title); }

  @FieldResolver(() => [LocalizedTextType], { description: 'As it was adopted, in the languages in which it was said.' })
  text(@Root() { text }: ShownRecommendation): LocalizedTextType[] { return localized(text); }

  @FieldResolver(() => FormalResponseType, { nullable: true, description: 'The answer; a draft of it for those who write it, and null for anybody else until it is given.' })
  response(@Root() recommendation: ShownRecommendation): ShownRecommendation | null {
    const { looker, responseKind, givenOn } = recommendation;
    return responseKind !== null && maySeeResponse(looker, givenOn !== null) ? recommendation : null;
  }

  @FieldResolver(() => SuggestionType, { nullable: true, description: 'What it began as, where somebody suggested it.' })
  async suggestion(@Root() { suggestionId, schoolId }: ShownRecommendation, @Ctx() ctx: RequestContext): Promise<ShownSuggestion | null> {
    return suggestionId === null ? null : suggestionById(ctx, { id: suggestionId, schoolId });
  }

  @FieldResolver(() => [AnsweringMotionType], { description: 'What the deciding body adopted about it, the latest first.' })
  motions(@Root() { motions }: ShownRecommendation): readonly AnsweringMotion[] { return motions; }

  @FieldResolver(() => RecommendationPermissionsType, { description: 'What the viewer may do with it now. Never anything in a subscription.' })
  viewerCan(@Root() { looker, state }: ShownRecommendation): RecommendationPermissionsType { return recommendationPermissions(looker, state); }
}

@Resolver(() => FormalResponseType)
export class FormalResponseResolver {
  @FieldResolver(() => ResponseKindEnum, { description: 'What it says.' })
  kind(@Root() { responseKind }: ShownRecommendation): ResponseKind { return responseKind!; }

  @FieldResolver(() => [LocalizedTextType], { description: 'Why, and what follows.' })
  text(@Root() { response }: ShownRecommendation): LocalizedTextType[] { return localized(response); }

  @FieldResolver(() => ID, { nullable: true, description: 'The deciding body\'s motion it rests on; null: written by its chair or vice-chair.' })
  motionId(@Root() { responseMotionId }: ShownRecommendation): string | null { return responseMotionId; }
}

@Resolver(() => AnsweringMotionType)
export class AnsweringMotionResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'What was decided, as amended.' })
  text(@Root() { text }: AnsweringMotion): LocalizedTextType[] { return localized(text); }
}

@Resolver(() => SuggestionType)
export class SuggestionResolver {
  @FieldResolver(() => GoverningBodyType, { description: 'To whom it was made.' })
  body(@Root() { bodyId }: ShownSuggestion, @Ctx() ctx: RequestContext): Promise<BodyRecord> { return bodyOf(ctx, bodyId); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What others made of it in other languages, having read the original.' })
  translations(@Root() { translations }: ShownSuggestion): LocalizedTextType[] { return localized(translations); }

  @FieldResolver(() => String, { nullable: true, description: 'Who made it; null for who neither did nor prepares the body\'s meetings.' })
  name(@Root() { looker, name }: ShownSuggestion): string | null { return maySeeAuthor(looker) ? name : null; }

  @FieldResolver(() => Boolean, { description: 'The viewer made it. Never in a subscription.' })
  mine(@Root() { looker }: ShownSuggestion): boolean { return looker.mine; }

  @FieldResolver(() => Boolean, { description: 'The viewer may put it into other languages. Never in a subscription.' })
  viewerCanTranslate(@Root() { looker }: ShownSuggestion): boolean { return looker.prepares; }
}

@Resolver(() => GoverningBodyType)
export class BodyRemediesResolver {
  @FieldResolver(() => [RecommendationType], { description: 'What it recommended, and what was recommended to it, the latest first.' })
  recommendations(@Root() body: BodyRecord, @Ctx() ctx: RequestContext, @First() first: number): Promise<ShownRecommendation[]> { return recommendationsOfBody(ctx, body, first); }

  @FieldResolver(() => [SuggestionType], { description: 'What was suggested to it, the latest first: all of it for who prepares its meetings, their own for anybody else. Empty in a subscription.' })
  suggestions(@Root() body: BodyRecord, @Ctx() ctx: RequestContext, @First() first: number): Promise<ShownSuggestion[]> { return suggestionsOfBody(ctx, body, first); }

  @FieldResolver(() => Boolean, { description: 'The viewer may suggest something to it. Never in a subscription.' })
  viewerMaySuggest(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<boolean> { return viewerMaySuggest(ctx, body); }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentRecommendationsResolver {
  @FieldResolver(() => RecommendationConnection, { description: 'What its advisory bodies recommended, the latest first.' })
  recommendations(
    @Root() environment: EnvironmentRecord, @Ctx() ctx: RequestContext,
    @Arg('owed', () => Boolean, { defaultValue: false, description: 'Only what waits for an answer.' }) owed: boolean,
    @First() first: number, @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null | undefined,
  ): Promise<Page<ShownRecommendation>> {
    return recommendationsOfEnvironment(ctx, environment, owed, { first, after: after ?? null });
  }
}

@Resolver()
export class RecommendationActsResolver {
  @SignedIn()
  @Mutation(() => RecommendationResult, { description: 'Writes the deciding body\'s answer, or gives it for good. Coordinators, administrators and that body\'s chair, vice-chair and secretary; NOT_FOUND for anybody else.' })
  async respondToRecommendation(
    @Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The recommendation.' }) id: string, @Version() version: number,
    @Arg('input', () => ResponseInput, { description: 'The answer.' }) input: ResponseInput,
  ): Promise<typeof RecommendationResult> {
    return recommendationResult(await respond(ctx.house, await signedIn(ctx), { id, version }, respondingOf(input)));
  }

  @SignedIn()
  @Mutation(() => SuggestionResult, { description: 'Puts something before an advisory body, in one\'s own words and language. The environment\'s own people; NOT_FOUND for anybody else.' })
  async suggest(@Ctx() ctx: RequestContext, @Arg('bodyId', () => ID, { description: 'The body.' }) bodyId: string, @Words() input: LocalizedTextInput): Promise<typeof SuggestionResult> {
    return suggestionResult(await suggest(ctx.house, await signedIn(ctx), bodyId, input));
  }

  @SignedIn()
  @Mutation(() => SuggestionResult, { description: 'Puts a suggestion into another language, beside the original. Coordinators, administrators and the body\'s chair, vice-chair and secretary; NOT_FOUND for anybody else.' })
  async translateSuggestion(
    @Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The suggestion.' }) id: string, @Version() version: number, @Words() input: LocalizedTextInput,
  ): Promise<typeof SuggestionResult> {
    return suggestionResult(await translateSuggestion(ctx.house, await signedIn(ctx), { id, version }, input));
  }
}
