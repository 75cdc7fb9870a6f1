import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { refuseBody } from '../domain/refusal.ts';
import { bylawsOf } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { leaveOffices } from './leave-offices.ts';
import { recordBody } from './record-body.ts';

/**
 * The body's new year: seats whose term is over become vacant and await their election or appointment, offices whose term
 * is over fall vacant, and so do those of members who are none any more. Until then whoever holds a seat goes on, so that no
 * body is without members over a summer.
 */
export const rollOverBody = (house: House, viewer: ViewerFacts, at: BodyAt) => changeBody(house, viewer, at, async ({ em, body }) => {
  const seats = body.seats.filter(({ personId, ends }) => personId !== null && ends < body.today);
  const officers = body.officers.filter(({ ends }) => ends < body.today);
  if (seats.length + officers.length === 0) return refuseBody('NOTHING_ENDED');
  const { termMonths } = bylawsOf(body).rules;
  for (const { id, seatId } of seats) {
    await em.execute(`update seat_holding set ended_at = clock_timestamp(), end_reason = 'TERM_ENDED' where id = ?`, [id]);
    await em.execute(
      `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, basis, vacancy, starts, ends, seat_id)
       select school_id, ?, ?::jsonb, constituency, name, number, 'VACANT', 'TERM_ENDED', ?::date, (?::date + make_interval(months => ?))::date, id from seat where id = ?`,
      [body.environmentId, JSON.stringify(body.name), body.today, body.today, termMonths, seatId]);
  }
  for (const { id } of officers) await em.execute(`update officer_term set ended_at = clock_timestamp(), end_reason = 'TERM_ENDED' where id = ?`, [id]);
  await leaveOffices(em, body.id, seats.map(({ personId }) => personId!));
  await grown(em, body.id, seats.length > 0);
  await recordBody(house, em, { body, kind: 'body.rolled-over', actorId: viewer.personId, detail: { seats: seats.length, officers: officers.length } });
  return null;
});
