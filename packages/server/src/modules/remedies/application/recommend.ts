import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../../platform/database/database.ts';
import { type BodyRecord, bodiesById, recordBody } from '../../bodies/index.ts';
import { fillNextAgenda } from '../../meetings/index.ts';
import { sendMessage } from '../../messages/index.ts';
import type { MotionEffect } from '../../motions/index.ts';
import { type AdvisedBody, dueOn, mayRecommend } from '../domain/recommendation.ts';
import { SUGGESTED } from './suggestion-record.ts';
import { answerersOf } from './tell-officers.ts';

/**
 * An adopted motion to recommend that says which deciding body it is for becomes a recommendation: it comes on that body's
 * next agenda by itself, and an answer is owed (J7). For nobody, it is a decision like any other.
 */
export const recommended: MotionEffect = async (em, house, { motion, text, sitting, actorId }) => {
  if (motion.aboutId === null) return null;
  const from = sitting.body;
  const [to] = await bodiesById(em, [motion.aboutId]);
  if (to === undefined || !mayRecommend(advised(from), advised(to))) return [{ reason: 'NO_SUCH_SUBJECT', about: [motion.aboutId] }];
  const item = sitting.items.find(({ id }) => id === motion.itemId)!;
  const [id, due] = [randomUUID(), dueOn(from.today, motion.reviewOn)];
  await em.execute(
    `insert into recommendation (id, school_id, environment_id, from_body_id, to_body_id, meeting_id, motion_id, suggestion_id, title, text, rationale, decided_on, due)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::date, ?::date)`,
    [id, sitting.schoolId, sitting.environmentId, from.id, to.id, sitting.id, motion.id, await suggestionOf(em, item.id), JSON.stringify(item.title), JSON.stringify(text), JSON.stringify(item.rationale), from.today, due]);
  await sendMessage(em, {
    schoolId: sitting.schoolId, environmentId: to.environmentId, kind: 'RECOMMENDATION_RECEIVED', about: { kind: 'RECOMMENDATION', id, path: `/recommendations/${id}` },
    recipients: await answerersOf(em, to), words: { body: from.name, title: item.title, respondBy: due }, dedupeKey: `recommendation:${id}`,
  });
  await fillNextAgenda(house, em, to.id, actorId);
  for (const body of [from, to]) await recordBody(house, em, { body, kind: 'recommendation.made', actorId, detail: { recommendationId: id } });
  return null;
};

const advised = ({ id, environmentId, authority, closedAt }: BodyRecord): AdvisedBody => ({ id, environmentId, authority, closed: closedAt !== null });

/** The suggestion that an item was, now or on an earlier agenda. */
async function suggestionOf(em: EntityManager, itemId: string): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select o.origin_id as id from agenda_item a join agenda_item o on o.id = a.id or o.id = any(a.lineage) where a.id = ? and o.origin_kind = '${SUGGESTED}' limit 1`, [itemId]);
  return row?.id ?? null;
}
