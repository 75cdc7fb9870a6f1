import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { type MeetingWording, meetingFaults } from '../domain/meeting-wording.ts';
import { fillNextAgenda } from './agenda-sources.ts';
import { type MeetingAt, changeMeeting, grown } from './change-meeting.ts';
import { WORDS, valueOf, wordsOf } from './draft-meeting.ts';
import { recordMeeting } from './record-meeting.ts';

/** New words, time or place. Of a noticed meeting nobody reads them before the next notice is posted. */
export const reviseMeeting = (house: House, viewer: ViewerFacts, at: MeetingAt, wording: MeetingWording) =>
  changeMeeting(house, viewer, at, 'REVISE', async ({ em, meeting, body }) => {
    const faults = [
      ...meetingFaults(wording),
      // A noticed meeting is at some time, and another only once another notice says so.
      ...(meeting.state === 'NOTICED' && wording.startsAt === null ? [{ field: 'startsAt', itemId: null, code: 'REQUIRED' as const, about: [] }] : []),
    ];
    if (faults.length > 0) return { faults };
    await em.execute(`update meeting set ${WORDS.map((column) => `${column} = ${valueOf(column)}`).join(', ')} where id = ?`, [...wordsOf(wording), meeting.id]);
    await grown(em, meeting.id);
    await recordMeeting(house, em, { meeting, kind: 'meeting.revised', actorId: viewer.personId });
    // A draft whose hour had passed may be the next one again.
    if (meeting.state === 'DRAFT') await fillNextAgenda(house, em, body.id, viewer.personId);
    return null;
  });
