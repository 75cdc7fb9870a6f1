import { school } from '../../../platform/database/database.ts';
import { type BodyRecord, bodiesById } from '../../bodies/index.ts';
import type { Need, NeedSource } from '../../people/index.ts';
import { HOUR, latestPosting } from '../domain/notice-period.ts';
import { meetingLookerAt } from './meeting-looker.ts';
import { type MeetingRecord, lastNotice, meetingsWhere } from './meeting-record.ts';
import { shownMeeting } from './shown-meeting.ts';

/** Most meetings one person is told of. */
const MOST = 20;
/** From so long before the last lawful moment on, an agenda waits. */
const AHEAD = 7 * 24 * HOUR;
/** So long after it was to begin, where no end was noticed, and so long after its end, a meeting is over for everybody but the record. */
const LONGEST = 6 * HOUR;

/**
 * Agendas whose last lawful hour comes near, notices of which nobody has said that they hang at the site, and meetings that
 * nobody ended, whose open items would wait for ever.
 */
export const meetingNeeds: NeedSource = {
  async needsOf(viewer, { house }) {
    const em = house.db.under(school(viewer.schoolId));
    const meetings = await meetingsWhere(em,
      `((m.state in ('DRAFT', 'NOTICED') and m.starts_at between now() and now() + interval '14 days')
         or (m.state in ('NOTICED', 'IN_SESSION') and m.starts_at between now() - interval '120 days' and now()))
       and (m.environment_id = any(?::uuid[]) or exists (select from officer_term o where o.body_id = m.body_id and o.person_id = ? and o.ended_at is null))
       order by m.starts_at <= now(), m.starts_at, m.id limit ${MOST * 5}`,
      [`{${viewer.environments.filter(({ roles }) => roles.length > 0).map(({ environmentId }) => environmentId).join(',')}}`, viewer.personId]);
    if (meetings.length === 0) return [];
    const bodies = new Map((await bodiesById(em, [...new Set(meetings.map(({ bodyId }) => bodyId))])).map((body) => [body.id, body]));
    const now = house.clock.now();
    return meetings.flatMap((meeting) => {
      const body = bodies.get(meeting.bodyId);
      return body !== undefined && meetingLookerAt(viewer, body).prepares ? needOf(meeting, body, now) : [];
    }).slice(0, MOST);
  },
};

function needOf(meeting: MeetingRecord, body: BodyRecord, now: Date): Need[] {
  const shown = shownMeeting(meeting, body, { prepares: true, member: true });
  if (shown.startsAt === null) return [];
  const need = (kind: Need['kind'], dueAt: Date | null): Need[] => [{ id: `${kind}:${meeting.id}`, kind, dueAt, title: meeting.title, targetId: meeting.id }];
  if (shown.startsAt <= now) return now.getTime() - (shown.endsAt ?? shown.startsAt).getTime() > LONGEST ? need('END_MEETING', null) : [];
  const dueAt = latestPosting(shown.startsAt, shown.rule);
  const kind = lastNotice(meeting) === null ? 'POST_AGENDA' : 'PROVE_POSTING';
  // A body that is no more posts nothing.
  const waits = kind === 'POST_AGENDA' ? body.closedAt === null && dueAt.getTime() - now.getTime() <= AHEAD && dueAt > now : shown.needsProof;
  return waits ? need(kind, dueAt > now ? dueAt : null) : [];
}
