import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type BodyRecord, audienceOf, bodiesById, recordBody } from '../../bodies/index.ts';
import { meetingLookerAt, withdrawSourced } from '../../meetings/index.ts';
import { sendMessage } from '../../messages/index.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { type ResponseKind, unlessGrounded } from '../domain/recommendation.ts';
import { type RemedyRefusal, remedyRefusal } from '../domain/refusal.ts';
import { LONGEST, type WordedText, type WordingFault, textFaults, textsOf } from '../domain/wording.ts';
import { namesUntold, recommendationsSaid } from './public-words.ts';
import { RECOMMENDED, type RecommendationRecord, lockRecommendation } from './recommendation-record.ts';

/** Which recommendation, and the version of it the person saw. */
export interface RecommendationAt {
  readonly id: string;
  readonly version: number;
}

/** A formal response as it is written. */
export interface Responding {
  readonly kind: ResponseKind;
  readonly text: readonly WordedText[];
  /** The deciding body's own motion; null: its chair's word. */
  readonly motionId: string | null;
  /** False: kept as a draft for those who write it, so that somebody can translate it. */
  readonly give: boolean;
  /** The writer was told which students it names. */
  readonly keepNames: boolean;
}

export type RecommendationAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly schoolId: string; readonly recommendationId: string }
  | { readonly answer: 'REFUSED'; readonly refusal: RemedyRefusal }
  | { readonly answer: 'FAULTY'; readonly faults: readonly WordingFault[] };

/**
 * Writes the deciding body's answer, and gives it: then it is said in every required language (EC 48985), never changed
 * again, and told to the advisory body's people and to whoever suggested it.
 * @throws NOT_FOUND when there is no such recommendation, or the viewer does not prepare the deciding body's meetings.
 */
export function respond(house: House, viewer: ViewerFacts, { id, version }: RecommendationAt, responding: Responding): Promise<RecommendationAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<RecommendationAnswer> => {
    const recommendation = await lockRecommendation(em, id);
    const [to] = recommendation === null ? [] : await bodiesById(em, [recommendation.toBodyId]);
    if (recommendation === null || to === undefined || !meetingLookerAt(viewer, to).prepares) throw coded('NOT_FOUND');
    const at = { schoolId: recommendation.schoolId, recommendationId: recommendation.id };
    if (recommendation.version !== version) return { answer: 'STALE', ...at };
    if (recommendation.givenOn !== null) return { answer: 'REFUSED', refusal: remedyRefusal('SETTLED', null, ['ANSWERED']) };
    const { kind, text, motionId, give } = responding;
    const faults = textFaults('text', text, LONGEST.answer, give ? recommendation.requiredLocales : []);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const named = await namesUntold(em, 'text', text, responding.keepNames || !give);
    if (named.length > 0) return { answer: 'FAULTY', faults: named };
    const motion = motionId === null ? null : { adopted: await isAdopted(em, to, motionId) };
    const refusal = unlessGrounded({ motion, chairs: chairs(viewer, to) }, give);
    if (refusal !== null) return { answer: 'REFUSED', refusal };
    await em.execute(
      `update recommendation set response_kind = ?, response = ?::jsonb, response_motion_id = ?, response_by = ?, version = version + 1,
         given_at = case when ? then clock_timestamp() end, given_on = case when ? then ?::date end where id = ?`,
      [kind, JSON.stringify(textsOf(text)), motionId, viewer.personId, give, give, to.today, recommendation.id]);
    if (give) {
      await withdrawSourced(house, em, recommendation.schoolId, { kind: RECOMMENDED, id: recommendation.id }, viewer.personId);
      await tell(house, em, recommendation, to, viewer);
    }
    return { answer: 'CHANGED', ...at };
  });
}

/** Whether somebody speaks for the body: its chair or vice-chair today. */
export const chairs = (viewer: ViewerFacts | null, { officers }: Pick<BodyRecord, 'officers'>): boolean =>
  viewer !== null && officers.some(({ personId, office }) => personId === viewer.personId && (office === 'CHAIR' || office === 'VICE_CHAIR'));

async function isAdopted(em: EntityManager, { id }: Pick<BodyRecord, 'id'>, motionId: string): Promise<boolean> {
  const found = isUuid(motionId) ? await em.execute<object[]>(
    `select from motion v join meeting m on m.id = v.meeting_id where v.id = ? and m.body_id = ? and v.state = 'ADOPTED'`, [motionId, id]) : [];
  return found.length > 0;
}

async function tell(house: House, em: EntityManager, recommendation: RecommendationRecord, to: BodyRecord, { personId }: ViewerFacts): Promise<void> {
  const [{ id, schoolId, environmentId, fromBodyId, suggestionId, title }] = await recommendationsSaid(em, [recommendation]) as [RecommendationRecord];
  const [from] = await bodiesById(em, [fromBodyId]);
  if (from === undefined) return;
  const authors = suggestionId === null ? [] : await em.execute<{ id: string }[]>('select person_id as id from suggestion where id = ?', [suggestionId]);
  await sendMessage(em, {
    schoolId, environmentId, kind: 'RESPONSE_GIVEN', about: { kind: 'RECOMMENDATION', id, path: `/recommendations/${id}` },
    recipients: [...new Set([...await audienceOf(em, from), ...authors.map((author) => author.id)])], words: { body: from.name, title }, dedupeKey: `recommendation:${id}:answered`,
  });
  for (const body of [from, to]) await recordBody(house, em, { body, kind: 'recommendation.answered', actorId: personId, detail: { recommendationId: id } });
}
