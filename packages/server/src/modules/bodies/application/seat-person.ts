import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, standingIn } from '../../people/index.ts';
import type { SeatBasis } from '../domain/body.ts';
import { type BodyFault, isDay } from '../domain/body-wording.ts';
import { refuseBody } from '../domain/refusal.ts';
import { decideSeat } from '../domain/seating.ts';
import { bylawsOn } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { recordBody } from './record-body.ts';

export interface Sitting {
  readonly seatId: string;
  readonly personId: string;
  readonly basis: Exclude<SeatBasis, 'VACANT' | 'ACCLAIMED'>;
  /** First and last day of the term. */
  readonly starts: string;
  readonly ends: string;
}

/** Somebody takes a vacant seat without an election held here: appointed, by another post, or elected on paper before. */
export const seatPerson = (house: House, viewer: ViewerFacts, at: BodyAt, sitting: Sitting) => changeBody(house, viewer, at, async ({ em, body }) => {
  const { seatId, personId, basis, starts, ends } = sitting;
  const faults: BodyFault[] = [];
  if (!isDay(starts)) faults.push({ field: 'starts', code: 'BAD_DATE' });
  if (!isDay(ends)) faults.push({ field: 'ends', code: 'BAD_DATE' });
  else if (ends <= starts) faults.push({ field: 'ends', code: 'NOT_AFTER_START' });
  if (faults.length > 0) return { faults };
  const seat = body.seats.find((each) => each.seatId === seatId.toLowerCase());
  if (seat === undefined) return refuseBody('SEAT_RETIRED');
  const standing = await standingIn(em, body.environmentId, personId);
  const decision = decideSeat(
    { constituency: seat.constituency, way: seat.way, chosenBy: seat.chosenBy, retired: false, held: seat.personId !== null },
    { constituencies: standing?.constituencies ?? [], seated: body.seats.some((each) => each.personId === personId.toLowerCase()) },
    { basis, employees: bylawsOn(body, starts > body.today ? starts : body.today).rules.employees, restOfTerm: seat.vacancy === 'LEFT' && ends <= seat.ends });
  if (!decision.ok) return decision;
  await em.execute(`update seat_holding set ended_at = clock_timestamp(), end_reason = 'FILLED' where id = ?`, [seat.id]);
  await em.execute(
    `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
     select school_id, ?, ?::jsonb, constituency, name, number, ?, ?, ?::date, ?::date, id from seat where id = ?`,
    [body.environmentId, JSON.stringify(body.name), personId, basis, starts, ends, seat.seatId]);
  await grown(em, body.id, true);
  await recordBody(house, em, { body, kind: 'body.seated', actorId: viewer.personId, detail: { seatId: seat.seatId, basis } });
  return null;
});
