import { type AdjournGuard, sittingRefusal } from '../../meetings/index.ts';

/** Nobody adjourns over a question that waits for its result; it is announced or stopped first. */
export const openQuestions: AdjournGuard = async (em, sitting) => {
  const rows = await em.execute<unknown[]>(`select 1 from question where meeting_id = ? and state = 'OPEN'`, [sitting.id]);
  return rows.length > 0 ? [sittingRefusal('QUESTION_OPEN')] : [];
};
