import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { LONGEST, clean, saidFaults } from '../domain/meeting-wording.ts';
import { fillNextAgenda } from './agenda-sources.ts';
import { type MeetingAt, changeMeeting } from './change-meeting.ts';
import { recordMeeting } from './record-meeting.ts';
import { tellOfCancelling } from './tell-of-meeting.ts';

/** A noticed meeting is not held; everybody goes on reading that it was called off, and why. */
export const cancelMeeting = (house: House, viewer: ViewerFacts, at: MeetingAt, reason: string) =>
  changeMeeting(house, viewer, at, 'CANCEL', async ({ em, meeting, body }) => {
    const faults = saidFaults('reason', reason, LONGEST.reason);
    if (faults.length > 0) return { faults };
    await end(em, meeting.id, viewer.personId, clean(reason));
    await recordMeeting(house, em, { meeting, kind: 'meeting.cancelled', actorId: viewer.personId });
    await tellOfCancelling(em, body, meeting, clean(reason));
    await fillNextAgenda(house, em, body.id, viewer.personId);
    return null;
  });

/** Ends a draft nobody outside has seen. */
export const discardMeeting = (house: House, viewer: ViewerFacts, at: MeetingAt) => changeMeeting(house, viewer, at, 'DISCARD', async ({ em, meeting, body }) => {
  await end(em, meeting.id, viewer.personId, null);
  await recordMeeting(house, em, { meeting, kind: 'meeting.discarded', actorId: viewer.personId });
  await fillNextAgenda(house, em, body.id, viewer.personId);
  return null;
});

const end = (em: EntityManager, id: string, personId: string, reason: string | null): Promise<unknown> => em.execute(
  `update meeting set state = 'CANCELLED', cancelled_at = clock_timestamp(), cancelled_by = ?, cancel_reason = ?, version = version + 1 where id = ?`, [personId, reason, id]);
