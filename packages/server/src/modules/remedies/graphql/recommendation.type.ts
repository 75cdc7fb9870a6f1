import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { AnsweringMotion } from '../application/recommendation-record.ts';
import type { ShownRecommendation, ShownSuggestion } from '../application/recommendation-reader.ts';
import type { RecommendationState } from '../domain/recommendation.ts';
import type { SuggestionState } from '../domain/suggestion.ts';
import { RecommendationStateEnum, SuggestionStateEnum } from './remedy-enums.type.ts';

type Fields = 'id' | 'decidedOn' | 'due' | 'meetingId' | 'motionId' | 'agendaMeetingId' | 'version' | 'state' | 'requiredLocales';

@ObjectType('Recommendation', { implements: NodeType, description: 'What an advisory body recommends to one that decides, which owes it an answer in writing. Days are those where they meet, `yyyy-mm-dd`.' })
export class RecommendationType implements Pick<ShownRecommendation, Fields> {
  id!: string;

  @Field(() => String, { description: 'When it was adopted.' })
  decidedOn!: string;

  @Field(() => String, { description: 'The day by which an answer is owed.' })
  due!: string;

  @Field(() => ID, { description: 'The meeting at which it was adopted.' })
  meetingId!: string;

  @Field(() => ID, { description: 'The motion.' })
  motionId!: string;

  @Field(() => ID, { nullable: true, description: 'The deciding body\'s meeting whose agenda has it, or had it last.' })
  agendaMeetingId!: string | null;

  @Field(() => Int, { description: 'Grows with every change. An act names the version the person saw.' })
  version!: number;

  @Field(() => RecommendationStateEnum, { description: 'Where it stands today.' })
  state!: RecommendationState;

  @Field(() => [String], { description: 'Languages in which an answer must be said before it counts.' })
  requiredLocales!: readonly string[];
}

@ObjectType('FormalResponse', { description: 'What a deciding body answers to a recommendation.' })
export class FormalResponseType {
  @Field(() => String, { nullable: true, description: 'When it was given; null of a draft, which only those who write it read.' })
  givenOn!: string | null;
}

@ObjectType('AnsweringMotion', { description: 'A motion the deciding body adopted about a recommendation, on which its answer may rest.' })
export class AnsweringMotionType implements Pick<AnsweringMotion, 'id' | 'meetingId' | 'decidedOn'> {
  @Field(() => ID, { description: 'The motion.' })
  id!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => String, { description: 'When, `yyyy-mm-dd`.' })
  decidedOn!: string;
}

@ObjectType('RecommendationPermissions', { simpleResolvers: true, description: 'What the viewer may do with a recommendation now.' })
export class RecommendationPermissionsType {
  @Field(() => Boolean, { description: 'Write the deciding body\'s answer, and give one that rests on a motion.' })
  draft!: boolean;

  @Field(() => Boolean, { description: 'Give one without a motion.' })
  giveAsChair!: boolean;
}

type SuggestionFields = 'id' | 'locale' | 'suggestedOn' | 'agendaMeetingId' | 'recommendationId' | 'version' | 'state' | 'requiredLocales';

@ObjectType('Suggestion', { implements: NodeType, description: 'What somebody of the environment put before an advisory body, in their own words and language.' })
export class SuggestionType implements Pick<ShownSuggestion, SuggestionFields> {
  id!: string;

  @Field(() => String, { description: 'BCP 47 tag of the language it was made in.' })
  locale!: string;

  @Field(() => String, { description: 'In the words in which it was made.' })
  words!: string;

  @Field(() => String, { description: 'The day, `yyyy-mm-dd`.' })
  suggestedOn!: string;

  @Field(() => ID, { nullable: true, description: 'The meeting whose agenda has it, or had it last.' })
  agendaMeetingId!: string | null;

  @Field(() => ID, { nullable: true, description: 'What the body made of it.' })
  recommendationId!: string | null;

  @Field(() => Int, { description: 'Grows with every translation. An act names the version the person saw.' })
  version!: number;

  @Field(() => SuggestionStateEnum, { description: 'What has become of it.' })
  state!: SuggestionState;

  @Field(() => [String], { description: 'Languages in which a notice must say it.' })
  requiredLocales!: readonly string[];
}

@ObjectType('RecommendationEdge', { simpleResolvers: true, description: 'A recommendation in a list.' })
export class RecommendationEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => RecommendationType, { description: 'The recommendation.' })
  node!: ShownRecommendation;
}

@ObjectType('RecommendationConnection', { simpleResolvers: true, description: 'A page of recommendations.' })
export class RecommendationConnection {
  @Field(() => [RecommendationEdge], { description: 'In the list\'s order.' })
  edges!: readonly RecommendationEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
