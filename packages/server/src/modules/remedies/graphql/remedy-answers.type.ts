import { Ctx, Field, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { MeetingFaultType } from '../../meetings/graphql/meeting-answers.type.ts';
import { type ShownDemand, rereadDemand } from '../application/demand-reader.ts';
import type { DemandAnswer } from '../application/demand-reconsideration.ts';
import { type ShownRecommendation, type ShownSuggestion, rereadRecommendation, suggestionById } from '../application/recommendation-reader.ts';
import type { RecommendationAnswer } from '../application/respond.ts';
import type { SuggestionAnswer } from '../application/suggest.ts';
import type { RemedyRefusal, RemedyRefusalReason } from '../domain/refusal.ts';
import type { WordingFault } from '../domain/wording.ts';
import { DemandType } from './demand.type.ts';
import { RecommendationType, SuggestionType } from './recommendation.type.ts';
import { RemedyRefusalEnum } from './remedy-enums.type.ts';

interface Where { readonly schoolId: string; readonly demandId: string; readonly follows: boolean }

const after = (ctx: RequestContext, { schoolId, demandId, follows }: Where): Promise<ShownDemand> => rereadDemand(ctx, { id: demandId, schoolId }, follows);

@ObjectType('DemandChanged', { description: 'It is done, and on record.' })
export class DemandChanged {
  constructor(private readonly where: Where) {}

  @Field(() => DemandType, { description: 'As it is now.' })
  demand(@Ctx() ctx: RequestContext): Promise<ShownDemand> { return after(ctx, this.where); }
}

@ObjectType('DemandStale', { description: 'Nothing was done: the demand has changed since the version named.' })
export class DemandStale {
  constructor(private readonly where: Where) {}

  @Field(() => DemandType, { description: 'As it is now.' })
  demand(@Ctx() ctx: RequestContext): Promise<ShownDemand> { return after(ctx, this.where); }
}

@ObjectType('RemedyRefused', { simpleResolvers: true, description: 'It cannot happen now, for a reason the page words, with what can be done instead.' })
export class RemedyRefused {
  @Field(() => RemedyRefusalEnum, { description: 'Why.' })
  readonly reason: RemedyRefusalReason;

  @Field(() => String, { nullable: true, description: 'Where the rule is from: a section of law, or `bylaws`; null where it is only what a record can hold.' })
  readonly source: string | null;

  @Field(() => [String], { description: 'The state, days or numbers that it is about.' })
  readonly about: readonly string[];

  constructor({ reason, source, about }: RemedyRefusal) {
    this.reason = reason;
    this.source = source;
    this.about = about;
  }
}

@ObjectType('RemedyFaulty', { simpleResolvers: true, description: 'Nothing was kept: something of the input breaks rules or is missing.' })
export class RemedyFaulty {
  constructor(faults: readonly WordingFault[]) { this.faults = faults; }

  @Field(() => [MeetingFaultType], { description: 'All of them at once.' })
  readonly faults: readonly WordingFault[];
}

export const DemandResult = createUnionType({
  name: 'DemandResult',
  description: 'What became of an act on a demand.',
  types: () => [DemandChanged, DemandStale, RemedyRefused, RemedyFaulty] as const,
});

export function demandResult(answer: DemandAnswer): typeof DemandResult {
  switch (answer.answer) {
    case 'CHANGED': return new DemandChanged(answer);
    case 'STALE': return new DemandStale(answer);
    case 'REFUSED': return new RemedyRefused(answer.refusal);
    case 'FAULTY': return new RemedyFaulty(answer.faults);
  }
}

@ObjectType('RecommendationChanged', { description: 'It is done, and on record.' })
export class RecommendationChanged {
  constructor(private readonly id: string) {}

  @Field(() => RecommendationType, { description: 'As it is now.' })
  recommendation(@Ctx() ctx: RequestContext): Promise<ShownRecommendation> { return rereadRecommendation(ctx, this.id); }
}

@ObjectType('RecommendationStale', { description: 'Nothing was done: the recommendation has changed since the version named.' })
export class RecommendationStale {
  constructor(private readonly id: string) {}

  @Field(() => RecommendationType, { description: 'As it is now.' })
  recommendation(@Ctx() ctx: RequestContext): Promise<ShownRecommendation> { return rereadRecommendation(ctx, this.id); }
}

export const RecommendationResult = createUnionType({
  name: 'RecommendationResult',
  description: 'What became of an act on a recommendation.',
  types: () => [RecommendationChanged, RecommendationStale, RemedyRefused, RemedyFaulty] as const,
});

export function recommendationResult(answer: RecommendationAnswer): typeof RecommendationResult {
  switch (answer.answer) {
    case 'CHANGED': return new RecommendationChanged(answer.recommendationId);
    case 'STALE': return new RecommendationStale(answer.recommendationId);
    case 'REFUSED': return new RemedyRefused(answer.refusal);
    case 'FAULTY': return new RemedyFaulty(answer.faults);
  }
}

interface SuggestionWhere { readonly schoolId: string; readonly suggestionId: string }

async function reread(ctx: RequestContext, { schoolId, suggestionId }: SuggestionWhere): Promise<ShownSuggestion> {
  const suggestion = await suggestionById(ctx, { id: suggestionId, schoolId });
  if (suggestion === null) throw coded('NOT_FOUND');
  return suggestion;
}

@ObjectType('SuggestionChanged', { description: 'It is done, and on record.' })
export class SuggestionChanged {
  constructor(private readonly where: SuggestionWhere) {}

  @Field(() => SuggestionType, { description: 'As it is now.' })
  suggestion(@Ctx() ctx: RequestContext): Promise<ShownSuggestion> { return reread(ctx, this.where); }
}

@ObjectType('SuggestionStale', { description: 'Nothing was done: the suggestion has changed since the version named.' })
export class SuggestionStale {
  constructor(private readonly where: SuggestionWhere) {}

  @Field(() => SuggestionType, { description: 'As it is now.' })
  suggestion(@Ctx() ctx: RequestContext): Promise<ShownSuggestion> { return reread(ctx, this.where); }
}

export const SuggestionResult = createUnionType({
  name: 'SuggestionResult',
  description: 'What became of an act on a suggestion.',
  types: () => [SuggestionChanged, SuggestionStale, RemedyRefused, RemedyFaulty] as const,
});

export function suggestionResult(answer: SuggestionAnswer): typeof SuggestionResult {
  switch (answer.answer) {
    case 'CHANGED': return new SuggestionChanged(answer);
    case 'STALE': return new SuggestionStale(answer);
    case 'REFUSED': return new RemedyRefused(answer.refusal);
    case 'FAULTY': return new RemedyFaulty(answer.faults);
  }
}
