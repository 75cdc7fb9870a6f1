import { type Calendar, icalendar } from '../../../platform/calendar/icalendar.ts';
import { gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById } from '../../bodies/index.ts';
import { isUuid } from '../../people/index.ts';
import { type CalendarLanguage, calendarLanguage } from '../domain/calendar-words.ts';
import { calendarEvent } from './calendar-event.ts';
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
