import DataLoader from 'dataloader';
import { gate, school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { type Page, type Position, page, pageSize } from '../../../platform/graphql/paging.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { type EnvironmentRecord, isTimestamp, isUuid, positionAfter, uuidArray, viewerOrPublic } from '../../people/index.ts';
import { maySeeMeeting } from '../domain/policy.ts';
import { meetingLookerAt } from './meeting-looker.ts';
import { type MeetingRecord, meetingsById, meetingsWhere } from './meeting-record.ts';
import { type ShownMeeting, shownMeeting } from './shown-meeting.ts';

const LOADER = Symbol('meetings.meetings');

/** Whole, whoever looks. */
const meetingLoader = (ctx: RequestContext) => ctx.once(LOADER, () => new DataLoader(async (ids: readonly string[]) => {
  const { db } = ctx.house;
  const homes = await db.under(gate).execute<{ id: string; schoolId: string }[]>(
    'select id, school_id as "schoolId" from meeting where id = any(?::uuid[])', [uuidArray(ids)]);
  const found = await Promise.all([...Map.groupBy(homes, ({ schoolId }) => schoolId)].map(([schoolId, own]) =>
    meetingsById(db.under(school(schoolId)), own.map(({ id }) => id))));
  const byId = new Map(found.flat().map((meeting) => [meeting.id, meeting]));
  return ids.map((id) => byId.get(id) ?? null);
}));

/** The meeting as this viewer may read it; in a shared execution as the public does. */
export async function visibleMeeting(ctx: RequestContext, id: string): Promise<ShownMeeting | null> {
  const meeting = isUuid(id) ? await meetingLoader(ctx).load(id.toLowerCase()) : null;
  return meeting === null ? null : shownTo(ctx, meeting);
}

/** The same after this request has changed it. */
export function rereadMeeting(ctx: RequestContext, id: string): Promise<ShownMeeting | null> {
  meetingLoader(ctx).clear(id);
  return visibleMeeting(ctx, id);
}

async function shownTo(ctx: RequestContext, meeting: MeetingRecord): Promise<ShownMeeting | null> {
  const body = await bodyById(ctx, meeting.bodyId);
  if (body === null) return null;
  const looker = meetingLookerAt(await viewerOrPublic(ctx), body);
  return maySeeMeeting(looker, { noticed: meeting.notices.length > 0 }) ? shownMeeting(meeting, body, looker) : null;
}

/**
 * A body's meetings that this viewer may see, the latest day first and those without a day before them. Whoever does not
 * prepare them sees them in the order of the days that were posted.
 */
export async function meetingsOfBody(ctx: RequestContext, body: BodyRecord, { first, after }: { first: number; after?: string | null }): Promise<Page<ShownMeeting>> {
  const size = pageSize(first);
  const from = positionAfter(after, (moment) => moment === 'infinity' || isTimestamp(moment), isUuid);
  const looker = meetingLookerAt(await viewerOrPublic(ctx), body);
  const day = `coalesce(${looker.prepares ? 'm.starts_at' : 'l.starts_at'}, 'infinity')`;
  // The policy of one meeting, as a condition on many; a test holds the two against each other.
  const meetings = await meetingsWhere(ctx.house.db.under(school(body.schoolId)),
    `m.body_id = ? and (? or l.starts_at is not null) and (?::text is null or (date_trunc('milliseconds', ${day}), m.id) < (?::timestamptz, ?::uuid))
     order by date_trunc('milliseconds', ${day}) desc, m.id desc limit ?`,
    [body.id, looker.prepares, from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1]);
  return page(meetings.map((meeting) => shownMeeting(meeting, body, looker)), size, ({ startsAt, id }): Position => [startsAt?.toISOString() ?? 'infinity', id], from);
}

/** Noticed meetings of an environment that are still to come or go on, those called off too: whoever meant to come must read it. */
export async function upcomingMeetings(ctx: RequestContext, { id, schoolId }: Pick<EnvironmentRecord, 'id' | 'schoolId'>, first: number): Promise<ShownMeeting[]> {
  const meetings = await meetingsWhere(ctx.house.db.under(school(schoolId)),
    `m.environment_id = ? and (m.state = 'IN_SESSION' or m.state in ('NOTICED', 'CANCELLED') and coalesce(l.ends_at, l.starts_at + interval '3 hours') > clock_timestamp())
     order by l.starts_at, m.id limit ?`, [id, pageSize(first)]);
  const shown = await Promise.all(meetings.map((meeting) => shownTo(ctx, meeting)));
  return shown.filter((each) => each !== null);
}
