import type { EntityManager } from '../../../platform/database/database.ts';
import { OPEN_OFFICE } from '../domain/officers.ts';

/** Other terms of the same office that are not over. */
const others = (of: string): string => `officer_term n where n.body_id = ${of}.body_id and n.office = ${of}.office and n.ended_at is null and n.starts > ${of}.starts`;

/**
 * A condition: the seat of whoever has the term `of` is somebody else's on that day, who was elected to it, and they have no
 * other; with it goes an office that only a member holds. One value for each officer, for where it says `exists`, PostgreSQL
 * may ask it once of everybody who ever sat in the school.
 */
const lostSeat = (of: string, day: string): string =>
  `${of}.office <> '${OPEN_OFFICE}' and (select bool_and(p.retired_on is not null or k.starts < (select max(n.starts) from seat_holding n where n.seat_id = k.seat_id and n.ended_at is null and n.starts <= ${day}))
    from seat_holding k join seat p on p.id = k.seat_id
    where p.body_id = ${of}.body_id and k.person_id = ${of}.person_id and k.ended_at is null and k.starts <= ${day}) is true`;

/**
 * A condition: the office of the term `of` is held by it on that day. It is the newest that has begun, and its holder has
 * not left it, nor their seat; past its last day they go on until the new year, so that no body is without officers over a summer.
 */
export const heldOn = (of: string, day: string): string =>
  `${of}.ended_at is null and ${of}.starts <= ${day} and (${of}.leaves_on is null or ${of}.leaves_on > ${day}) and not exists (select from ${others(of)} and n.starts <= ${day})
   and not (${lostSeat(of, day)})`;

/** The first day on which the term `of` no longer holds its office, as is known by now: its holder leaves, or somebody else begins; null where neither is. */
export const goneOn = (of: string): string => `least(${of}.leaves_on, (select min(n.starts) from ${others(of)}))`;

/**
 * Within an act on a body: puts on record as ended what the days have ended. Whoever held an office before does not come
 * back when their successor goes.
 */
export async function settleOffices(em: EntityManager, { id, today }: { readonly id: string; readonly today: string }): Promise<void> {
  await em.execute(
    `update officer_term o set ended_at = x.gone::timestamp at time zone x.time_zone, end_reason = case when x.gone = o.leaves_on then o.leaves_as else 'SUCCEEDED' end
     from (select t.id, e.time_zone, ${goneOn('t')} as gone
       from officer_term t join governing_body g on g.id = t.body_id join learning_environment e on e.id = g.environment_id where t.body_id = ? and t.ended_at is null) x
     where o.id = x.id and x.gone <= ?::date`, [id, today]);
  await em.execute(
    `update officer_term o set ended_at = clock_timestamp(), end_reason = 'LEFT' from (select ?::date as today) d where o.body_id = ? and o.ended_at is null and o.starts <= d.today and ${lostSeat('o', 'd.today')}`,
    [today, id]);
}
