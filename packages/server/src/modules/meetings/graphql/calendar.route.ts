import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendCalendar, wishedLanguages } from '../../../platform/calendar/send-calendar.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type SaidCalendar, bodyCalendar, meetingCalendar, personCalendar } from '../application/calendars.ts';

type Read = (house: House, key: string, wishes: readonly string[]) => Promise<SaidCalendar | null>;

/** Calendars for other programs, which bring no session: what is public of a body or a meeting, and of a person what their secret opens. */
export function calendarRoutes(app: FastifyInstance, house: House): void {
  const route = (path: string, read: Read, kept: 'public' | 'private') => app.get(`/calendar/${path}/:file`, async (request: FastifyRequest, reply: FastifyReply) => {
    const { file } = request.params as { file: string };
    const calendar = file.endsWith('.ics') ? await read(house, file.slice(0, -'.ics'.length), wishedLanguages(request)) : null;
    if (calendar === null) throw coded('NOT_FOUND');
    return sendCalendar(request, reply, { ...calendar, file: kept === 'public' ? `${path}.ics` : 'meetings.ics', kept });
  });
  route('bodies', bodyCalendar, 'public');
  route('meetings', meetingCalendar, 'public');
  route('people', personCalendar, 'private');
}
