import { randomUUID } from 'node:crypto';
import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById } from '../../bodies/index.ts';
import { type ViewerFacts, asDateOrNull, isUuid } from '../../people/index.ts';
import { type MeetingWording, clean, meetingFaults, repeatFaults, textsOf } from '../domain/meeting-wording.ts';
import { refuseMeeting } from '../domain/refusal.ts';
import { type Repeat, daysOfSeries } from '../domain/series.ts';
import { fillNextAgenda } from './agenda-sources.ts';
import type { MeetingAnswer } from './change-meeting.ts';
import { meetingLookerAt } from './meeting-looker.ts';
import { recordMeeting } from './record-meeting.ts';

/**
 * A new draft, or a series of them, each to be changed and noticed by itself; the first one answers.
 * @throws NOT_FOUND when there is no such body, or the viewer does not prepare its meetings.
 */
export function draftMeeting(house: House, viewer: ViewerFacts, bodyId: string, wording: MeetingWording, repeat: Repeat | null = null): Promise<MeetingAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<MeetingAnswer> => {
    const [body] = isUuid(bodyId) ? await bodiesById(em, [bodyId]) : [];
    if (body === undefined || !meetingLookerAt(viewer, body).prepares) throw coded('NOT_FOUND');
    if (body.closedAt !== null) return { answer: 'REFUSED', meetingId: null, refusal: refuseMeeting('BODY_CLOSED').refusal };
    const faults = [...meetingFaults(wording), ...repeatFaults(repeat, wording.startsAt)];
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const series = repeat === null ? [wording] : await repeated(em, body.environmentId, wording, repeat);
    const seriesId = series.length > 1 ? randomUUID() : null;
    const ids: string[] = [];
    for (const each of series) {
      const meeting = { id: randomUUID(), schoolId: viewer.schoolId, environmentId: body.environmentId, bodyId: body.id };
      await em.execute(
        `insert into meeting (id, school_id, environment_id, body_id, called_by, series_id, ${WORDS.join(', ')})
         values (?, ?, ?, ?, ?, ?, ${WORDS.map(valueOf).join(', ')})`,
        [meeting.id, meeting.schoolId, meeting.environmentId, meeting.bodyId, viewer.personId, seriesId, ...wordsOf(each)]);
      await recordMeeting(house, em, { meeting, kind: 'meeting.drafted', actorId: viewer.personId, detail: { bodyId: body.id } });
      ids.push(meeting.id);
    }
    await fillNextAgenda(house, em, body.id, viewer.personId);
    return { answer: 'CHANGED', meetingId: ids[0]! };
  });
}

/** The same words at the same hour on the wall, though clocks change in between; never shorter for an hour that a day does not have. */
async function repeated(em: EntityManager, environmentId: string, wording: MeetingWording, repeat: Repeat): Promise<MeetingWording[]> {
  const wall = 'select e.time_zone, ?::timestamptz at time zone e.time_zone as starts, ?::timestamptz at time zone e.time_zone as ends from learning_environment e where e.id = ?';
  const params = [wording.startsAt, wording.endsAt, environmentId];
  const [{ day }] = await em.execute<[{ day: string }]>(`select w.starts::date::text as day from (${wall}) w`, params);
  const days = daysOfSeries(day, repeat);
  const rows = await em.execute<{ startsAt: string; endsAt: string | null }[]>(
    `select ((w.starts + (d.day - w.starts::date) * interval '1 day') at time zone w.time_zone)::text as "startsAt",
       greatest((w.ends + (d.day - w.starts::date) * interval '1 day') at time zone w.time_zone,
         (w.starts + (d.day - w.starts::date) * interval '1 day') at time zone w.time_zone + (w.ends - w.starts))::text as "endsAt"
     from (${wall}) w, unnest(?::date[]) with ordinality d (day, nth) order by d.nth`, [...params, `{${days.join(',')}}`]);
  return rows.map(({ startsAt, endsAt }) => ({ ...wording, startsAt: asDateOrNull(startsAt), endsAt: asDateOrNull(endsAt) }));
}

/** Columns a meeting is worded in, in the order of {@link wordsOf}. */
export const WORDS = ['kind', 'title', 'starts_at', 'ends_at', 'place', 'online_url', 'interpretation', 'childcare'] as const;

export const valueOf = (column: (typeof WORDS)[number]): string =>
  ({ title: '?::jsonb', place: '?::jsonb', interpretation: '?::text[]', kind: '?', starts_at: '?', ends_at: '?', online_url: '?', childcare: '?' })[column];

export const wordsOf = ({ kind, title, startsAt, endsAt, place, onlineUrl, interpretation, childcare }: MeetingWording): unknown[] => [
  kind, JSON.stringify(textsOf(title)), startsAt, endsAt, JSON.stringify(textsOf(place)), clean(onlineUrl ?? '') || null, `{${interpretation.map((tag) => `"${tag}"`).join(',')}}`, childcare,
];
