import { school } from '../../../platform/database/database.ts';
import { databaseNow } from '../../../platform/database/database-now.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isMember } from '../../people/index.ts';
import { type PlanWording, decidePlan, needsOfPlan, planFaults } from '../domain/attendance-plan.ts';
import { clean } from '../domain/meeting-wording.ts';
import type { MeetingAnswer } from './change-meeting.ts';
import { lastNotice, lockMeeting } from './meeting-record.ts';

/**
 * Says whether the viewer comes, and what they need for it; what they said before is replaced. It is nobody's act of office,
 * so it leaves no line in the log and wakes no page: counts are read again when a page is.
 * @throws NOT_FOUND when there is no such meeting, it was never noticed, or the viewer is not of its environment.
 */
export function planAttendance(house: House, viewer: ViewerFacts, meetingId: string, said: PlanWording): Promise<MeetingAnswer> {
  const plan: PlanWording = { ...said, ...needsOfPlan(said), note: clean(said.note ?? '') || null };
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<MeetingAnswer> => {
    const meeting = await lockMeeting(em, meetingId);
    const notice = meeting && lastNotice(meeting);
    if (meeting === null || !notice || !isMember(viewer, meeting.environmentId)) throw coded('NOT_FOUND');
    const now = await databaseNow(em);
    const decision = decidePlan(meeting.state, notice.startsAt, now);
    if (!decision.ok) return { answer: 'REFUSED', meetingId: meeting.id, refusal: decision.refusal };
    const faults = planFaults(plan, notice.onlineUrl !== null);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const asks = plan.interpreter !== null || plan.children > 0;
    await em.execute(
      `insert into attendance_plan as p (meeting_id, person_id, school_id, answer, interpreter, children, note, answered_at, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (meeting_id, person_id) do update set answer = excluded.answer, interpreter = excluded.interpreter, children = excluded.children, note = excluded.note,
         answered_at = excluded.answered_at,
         asked_at = case when p.interpreter is not distinct from excluded.interpreter and p.children = excluded.children then p.asked_at else excluded.asked_at end`,
      [meeting.id, viewer.personId, viewer.schoolId, plan.answer, plan.interpreter, plan.children, plan.note, now, asks ? now : null]);
    return { answer: 'CHANGED', meetingId: meeting.id };
  });
}
