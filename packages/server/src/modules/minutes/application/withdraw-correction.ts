import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideWithdraw } from '../domain/correcting.ts';
import { mayWithdraw } from '../domain/policy.ts';
import { refuseMinutes } from '../domain/refusal.ts';
import { type MinutesAt, changeMinutes, grownMinutes } from './change-minutes.ts';
import { correctionsOf } from './correction-record.ts';

/** Takes a correction back, also one within a motion to amend on which the question is not put: nobody has to vote on what no longer fits. */
export const withdrawCorrection = (house: House, viewer: ViewerFacts, at: MinutesAt, correctionId: string) =>
  changeMinutes(house, viewer, at, 'minutes.correction-withdrawn', () => true, async ({ em, minutes, sitting, looker }) => {
    const correction = (await correctionsOf(em, minutes.meetingId)).find(({ id }) => id === correctionId.toLowerCase());
    if (correction === undefined || !mayWithdraw(looker, correction.personId === viewer.personId)) return { refusals: [refuseMinutes('NO_SUCH_CORRECTION').refusal] };
    const decision = decideWithdraw(correction);
    if (!decision.ok) return { refusals: [decision.refusal] };
    await em.execute(`update minutes_correction set state = 'WITHDRAWN', settled_at = clock_timestamp(), settled_by = ? where id = ?`, [viewer.personId, correction.id]);
    if (correction.motionId === null) await grownMinutes(em, sitting.id);
    return { done: { correctionId: correction.id } };
  });
