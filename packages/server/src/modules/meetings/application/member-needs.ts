import { school } from '../../../platform/database/database.ts';
import { type Need, type NeedSource, asDateOrNull } from '../../people/index.ts';
import type { MeetingState, Texts } from '../domain/meeting.ts';
import { callersToday, membersToday } from './members-today.ts';
import { saidOfThisDay } from './said-of-this-day.ts';

const MOST = 20;
/** Where a notice says no end, and the meeting was never called to order, it is over by then. */
const LONGEST = `interval '6 hours'`;

interface Row {
  readonly id: string;
  readonly state: MeetingState;
  readonly title: Texts;
  readonly startsAt: string;
  /** From twelve hours before it begins on. */
  readonly soon: boolean;
  readonly begun: boolean;
  readonly answered: boolean;
  readonly seated: boolean;
}

/** Meetings of the viewer's own bodies: the one of today, also for officers without a seat, and those of which a member has not said whether they come. */
export const memberNeeds: NeedSource = {
  async needsOf({ schoolId, personId }, { house }) {
    const rows = await house.db.under(school(schoolId)).execute<Row[]>(
      `select m.id, m.state, l.title, l.starts_at as "startsAt", l.starts_at <= clock_timestamp() + interval '12 hours' as soon, l.starts_at <= clock_timestamp() as begun,
         exists (select from attendance_plan p where p.meeting_id = m.id and p.person_id = ? and ${saidOfThisDay('p')}) as answered, s.seated
       from meeting m join learning_environment e on e.id = m.environment_id
       join lateral (select title, starts_at, ends_at from notice where meeting_id = m.id order by number desc limit 1) l on true
       cross join lateral (select ${membersToday('m.body_id', 'e.time_zone')} as seated) s
       where (m.state = 'IN_SESSION' or (m.state = 'NOTICED' and clock_timestamp() < coalesce(l.ends_at, l.starts_at + ${LONGEST})))
         and (s.seated or ${callersToday('m.body_id', 'e.time_zone')})
       order by l.starts_at, m.id limit ${MOST}`, [personId, personId, personId]);
    return rows.flatMap(({ id, title, startsAt, soon, begun, answered, seated }): Need[] => {
      const need = (kind: Need['kind']): Need => ({ id: `${kind}:${id}`, kind, dueAt: asDateOrNull(startsAt), title, targetId: id });
      return [...(soon ? [need('MEETING_TODAY')] : []), ...(begun || answered || !seated ? [] : [need('ANSWER_MEETING')])];
    });
  },
};
