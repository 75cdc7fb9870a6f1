import { randomUUID } from 'node:crypto';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { LONGEST, clean } from '../domain/body-wording.ts';
import { refuseBody } from '../domain/refusal.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { leaveOffices } from './leave-offices.ts';
import { recordBody } from './record-body.ts';
import { seatsWhere } from './seats.ts';

/**
 * Declares a held seat of the body vacant, with the reason on record: its holder left, or may no longer hold it, and leaves
 * with it an office that only a member holds.
 */
export const declareVacancy = (house: House, viewer: ViewerFacts, at: BodyAt, holdingId: string, reason: string) => changeBody(house, viewer, at, async ({ em, body }) => {
  const given = clean(reason);
  if (given === '') return { faults: [{ field: 'reason', code: 'REQUIRED' }] };
  if (given.length > LONGEST.reason) return { faults: [{ field: 'reason', code: 'TOO_LONG' }] };
  const [seat] = isUuid(holdingId) ? await seatsWhere(em, 's.id = ? and p.body_id = ?', [holdingId, body.id]) : [];
  if (seat === undefined || seat.personId === null) return refuseBody('SEAT_NOT_HELD');
  await em.execute('update seat_holding set ended_at = clock_timestamp(), end_reason = ? where id = ?', [given, seat.id]);
  await em.execute(
    `insert into seat_holding (id, school_id, environment_id, body, constituency, seat_name, number, basis, vacancy, starts, ends, election_id, seat_id)
     select ?, school_id, environment_id, body, constituency, seat_name, number, 'VACANT', 'LEFT', starts, ends, election_id, seat_id from seat_holding where id = ?`, [randomUUID(), seat.id]);
  await leaveOffices(em, body.id, [seat.personId]);
  await grown(em, body.id, true);
  await recordBody(house, em, { body, kind: 'seat.vacated', actorId: viewer.personId, detail: { seatId: seat.id } });
  return null;
});
