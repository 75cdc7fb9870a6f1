import { gate, school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { type Page, type Position, page, pageSize } from '../../../platform/graphql/paging.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { meetingLookerAt } from '../../meetings/index.ts';
import { type EnvironmentRecord, isDate, isMember, isUuid, positionAfter, viewerOrPublic } from '../../people/index.ts';
import type { RecommendationLooker } from '../domain/recommendation.ts';
import { type SuggestionLooker, maySeeSuggestion } from '../domain/suggestion.ts';
import { recommendationsSaid, suggestionsSaid } from './public-words.ts';
import { type RecommendationRecord, recommendationsWhere } from './recommendation-record.ts';
import { chairs } from './respond.ts';
import { type SuggestionRecord, suggestionsWhere } from './suggestion-record.ts';

/** As somebody may read them: that a body recommends, to whom, by when an answer is owed, and the answer, are everybody's. */
export interface ShownRecommendation extends RecommendationRecord { readonly looker: RecommendationLooker }
export interface ShownSuggestion extends SuggestionRecord { readonly looker: SuggestionLooker }

async function shown(ctx: RequestContext, recommendation: RecommendationRecord): Promise<ShownRecommendation> {
  const [viewer, to] = await Promise.all([viewerOrPublic(ctx), bodyById(ctx, recommendation.toBodyId)]);
  const answers = to !== null && meetingLookerAt(viewer, to).prepares;
  return { ...recommendation, looker: { answers, chairs: to !== null && chairs(viewer, to) } };
}

/** Null when there is none. */
export async function recommendationById(ctx: RequestContext, id: string): Promise<ShownRecommendation | null> {
  if (!isUuid(id)) return null;
  const [home] = await ctx.house.db.under(gate).execute<{ schoolId: string }[]>('select school_id as "schoolId" from recommendation where id = ?', [id]);
  if (home === undefined) return null;
  const em = ctx.house.db.under(school(home.schoolId));
  const [recommendation] = await recommendationsSaid(em, await recommendationsWhere(em, 'r.id = ?', [id]));
  return recommendation === undefined ? null : shown(ctx, recommendation);
}

/** @throws NOT_FOUND when it is gone. */
export async function rereadRecommendation(ctx: RequestContext, id: string): Promise<ShownRecommendation> {
  const recommendation = await recommendationById(ctx, id);
  if (recommendation === null) throw coded('NOT_FOUND');
  return recommendation;
}

/** What a body recommended, and what was recommended to it, the latest first. */
export async function recommendationsOfBody(ctx: RequestContext, { id, schoolId }: Pick<BodyRecord, 'id' | 'schoolId'>, first: number): Promise<ShownRecommendation[]> {
  const em = ctx.house.db.under(school(schoolId));
  const found = await recommendationsWhere(em, '(r.from_body_id = ? or r.to_body_id = ?) order by r.decided_on desc, r.id desc limit ?', [id, id, pageSize(first)]);
  return Promise.all((await recommendationsSaid(em, found)).map((each) => shown(ctx, each)));
}

/** All of an environment, the latest first; only those that wait for an answer where `owed`. */
export async function recommendationsOfEnvironment(
  ctx: RequestContext, { id, schoolId }: Pick<EnvironmentRecord, 'id' | 'schoolId'>, owed: boolean, { first, after }: { readonly first: number; readonly after?: string | null },
): Promise<Page<ShownRecommendation>> {
  const size = pageSize(first);
  const from = positionAfter(after, isDate, isUuid);
  const em = ctx.house.db.under(school(schoolId));
  const found = await recommendationsWhere(em,
    `r.environment_id = ? and (not ? or r.given_on is null) and (?::text is null or (r.decided_on, r.id) < (?::date, ?::uuid)) order by r.decided_on desc, r.id desc limit ?`,
    [id, owed, from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1]);
  return page(await Promise.all((await recommendationsSaid(em, found)).map((each) => shown(ctx, each))), size, ({ decidedOn, id: each }): Position => [decidedOn, each], from);
}

async function suggestionShown(ctx: RequestContext, suggestion: SuggestionRecord): Promise<ShownSuggestion | null> {
  const [viewer, body] = await Promise.all([viewerOrPublic(ctx), bodyById(ctx, suggestion.bodyId)]);
  const looker = {
    prepares: body !== null && meetingLookerAt(viewer, body).prepares, mine: viewer?.personId === suggestion.personId, member: isMember(viewer, suggestion.environmentId),
  };
  if (!maySeeSuggestion(looker, suggestion.recommendationId !== null)) return null;
  const [said] = looker.prepares || looker.mine ? [suggestion] : await suggestionsSaid(ctx.house.db.under(school(suggestion.schoolId)), [suggestion]);
  return { ...said!, looker };
}

interface InSchool { readonly id: string; readonly schoolId: string }

/** What a recommendation began as, or null where it began in the body itself. */
export async function suggestionById(ctx: RequestContext, { id, schoolId }: InSchool): Promise<ShownSuggestion | null> {
  const [suggestion] = await suggestionsWhere(ctx.house.db.under(school(schoolId)), 's.id = ?', [id]);
  return suggestion === undefined ? null : suggestionShown(ctx, suggestion);
}

/** Suggestions to a body that this viewer may read beside its recommendations: all for who puts them on its agenda, one's own for anybody else. */
export async function suggestionsOfBody(ctx: RequestContext, body: BodyRecord, first: number): Promise<ShownSuggestion[]> {
  const viewer = await viewerOrPublic(ctx);
  if (viewer === null) return [];
  const found = await suggestionsWhere(ctx.house.db.under(school(body.schoolId)), 's.body_id = ? and (? or s.person_id = ?) order by s.made_at desc, s.id limit ?',
    [body.id, meetingLookerAt(viewer, body).prepares, viewer.personId, pageSize(first)]);
  return (await Promise.all(found.map((each) => suggestionShown(ctx, each)))).filter((each) => each !== null);
}

export const viewerMaySuggest = async (ctx: RequestContext, { environmentId, authority, closedAt }: BodyRecord): Promise<boolean> =>
  authority === 'ADVISORY' && closedAt === null && isMember(await viewerOrPublic(ctx), environmentId);
