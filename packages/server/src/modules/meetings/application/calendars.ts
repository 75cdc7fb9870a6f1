import { type Calendar, icalendar } from '../../../platform/calendar/icalendar.ts';
import { gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById } from '../../bodies/index.ts';
import { isUuid, uuidArray, viewerFacts } from '../../people/index.ts';
import { type CalendarLanguage, calendarLanguage } from '../domain/calendar-words.ts';
import { calendarEvent } from './calendar-event.ts';
import { ownerOfCalendar } from './calendar-link.ts';
import { meetingLookerAt } from './meeting-looker.ts';
import { type MeetingRecord, meetingsWhere } from './meeting-record.ts';

export interface SaidCalendar {
  readonly text: string;
  readonly lang: string;
}

/** What was posted within a year and is to come; whoever wants to know of earlier ones finds them on the pages. */
const RECENT = `l.starts_at > clock_timestamp() - interval '1 year' order by l.starts_at desc, m.id limit 500`;

/** A body's meetings as their last notices gave them. Null where there is no such body. */
export async function bodyCalendar(house: House, bodyId: string, wishes: readonly string[]): Promise<SaidCalendar | null> {
  const schoolId = await homeOf(house, 'governing_body', bodyId);
  if (schoolId === null) return null;
  const em = house.db.under(school(schoolId));
  const [body] = await bodiesById(em, [bodyId]);
  const language = calendarLanguage(wishes);
  return said(house, await meetingsWhere(em, `m.body_id = ? and ${RECENT}`, [bodyId]), schoolId, language, nameIn(body!.name, language));
}

/** One meeting, once it was noticed. Null before, and where there is none. */
export async function meetingCalendar(house: House, meetingId: string, wishes: readonly string[]): Promise<SaidCalendar | null> {
  const schoolId = await homeOf(house, 'meeting', meetingId);
  if (schoolId === null) return null;
  const meetings = await meetingsWhere(house.db.under(school(schoolId)), 'm.id = ? and l.starts_at is not null', [meetingId]);
  return meetings.length === 0 ? null : said(house, meetings, schoolId, calendarLanguage(wishes), null);
}

/**
 * The meetings of the environments somebody belongs to, and the drafts among them that they prepare. Null for a secret that
 * is nobody's, and once its owner has left.
 */
export async function personCalendar(house: House, secret: string, wishes: readonly string[]): Promise<SaidCalendar | null> {
  const owner = await ownerOfCalendar(house, secret);
  const viewer = owner && await viewerFacts(house, owner);
  if (viewer === null) return null;
  const { schoolId } = viewer;
  const em = house.db.under(school(schoolId));
  const places = viewer.environments.map(({ environmentId }) => environmentId);
  // Without a notice there is nothing to cancel in it: a draft that was discarded just goes.
  const meetings = await meetingsWhere(em, `m.environment_id = any(?::uuid[]) and (l.starts_at is not null or m.state = 'DRAFT')
    and coalesce(l.starts_at, m.starts_at) > clock_timestamp() - interval '1 year' order by coalesce(l.starts_at, m.starts_at) desc, m.id limit 500`, [uuidArray(places)]);
  const drafts = meetings.filter(({ notices }) => notices.length === 0);
  const prepared = new Set((await bodiesById(em, [...new Set(drafts.map(({ bodyId }) => bodyId))])).filter((body) => meetingLookerAt(viewer, body).prepares).map(({ id }) => id));
  const language = calendarLanguage([...wishes, viewer.locale]);
  return said(house, meetings.filter(({ bodyId, notices }) => notices.length > 0 || prepared.has(bodyId)), schoolId, language, language.words.own);
}

async function homeOf({ db }: House, table: 'governing_body' | 'meeting', id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const [home] = await db.under(gate).execute<{ schoolId: string }[]>(`select school_id as "schoolId" from ${table} where id = ?`, [id]);
  return home?.schoolId ?? null;
}

const nameIn = (texts: Readonly<Record<string, string>>, { wish, lang }: CalendarLanguage): string => texts[wish] ?? texts[lang] ?? Object.values(texts)[0] ?? '';

async function said(house: House, meetings: readonly MeetingRecord[], schoolId: string, language: CalendarLanguage, name: string | null): Promise<SaidCalendar> {
  const bodies = new Map((await bodiesById(house.db.under(school(schoolId)), [...new Set(meetings.map(({ bodyId }) => bodyId))])).map((body) => [body.id, body]));
  const events = meetings.map((meeting) => calendarEvent(meeting, bodies.get(meeting.bodyId)!, language, house.config.publicUrl)).filter((each) => each !== null);
  const calendar: Calendar = { name: name ?? events[0]?.summary ?? '', lang: language.lang, events };
  return { text: icalendar(calendar), lang: language.lang };
}
