import { randomUUID } from 'node:crypto';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import type { QuestionWay } from '../domain/question.ts';
import { type ActAt, changeMotion, changeOne, refused } from './change-motion.ts';
import { puttingRefusals } from './motion-rules.ts';

/**
 * Puts the question on a motion or on an amendment of it. There is no secret way: every member's vote is on record with
 * their name (Gov. Code 54953; rule 9). Bodies whose bylaws choose officers by secret ballot hold an election of members
 * for it, which is no act of a sitting.
 */
export const putQuestion = (house: House, viewer: ViewerFacts, at: ActAt, amendmentId: string | null, way: QuestionWay) =>
  changeMotion(house, viewer, at, 'question.put', 'RUNS', async ({ em, sitting, all, motion, now }) => {
    const amendment = amendmentId === null ? null : motion.amendments.find(({ id }) => id === amendmentId.toLowerCase());
    if (amendment === undefined) throw coded('NOT_FOUND');
    const refusals = puttingRefusals(sitting, all, motion, amendment, way, now);
    if (refusals.length > 0) return refused(...refusals);
    await em.execute('insert into question (id, school_id, meeting_id, motion_id, amendment_id, way, opened_by) values (?, ?, ?, ?, ?, ?, ?)',
      [randomUUID(), sitting.schoolId, sitting.id, motion.id, amendment?.id ?? null, way, viewer.personId]);
    if (amendment === null && way === 'ROLL_CALL') await changeOne(em, `update motion set state = 'VOTING' where id = ?`, [motion.id]);
    return null;
  });
