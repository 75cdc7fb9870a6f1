import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import type { PlannedSeat, Texts } from '../domain/body.ts';
import { type BodyFault, LONGEST, type WordedText, textFault, textsOf } from '../domain/body-wording.ts';
import { refuseBody } from '../domain/refusal.ts';
import { bylawsOf } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { recordBody } from './record-body.ts';

export interface SeatsOf { readonly id: string; readonly schoolId: string; readonly environmentId: string; readonly name: Texts }

/** New seats, numbered on from the last of their constituency; answers their ids. Nobody holds them, and nothing says so yet. */
export async function insertSeats(em: EntityManager, { id, schoolId }: SeatsOf, seats: readonly PlannedSeat[]): Promise<string[]> {
  const ids: string[] = [];
  for (const seat of seats) {
    const seatId = randomUUID();
    ids.push(seatId);
    await em.execute(
      `insert into seat (id, school_id, body_id, constituency, number, name, way, chosen_by, votes)
       select ?, ?, ?, ?, coalesce(max(number), 0) + 1, ?::jsonb, ?, ?, ? from seat where body_id = ? and constituency = ?`,
      [seatId, schoolId, id, seat.constituency, JSON.stringify(seat.name), seat.way, seat.chosenBy, seat.votes, id, seat.constituency]);
  }
  return ids;
}

/** The same, vacant from `starts` on, a day of the calendar, for a term of `months`. */
export async function addSeats(em: EntityManager, body: SeatsOf, seats: readonly PlannedSeat[], { starts, months }: { readonly starts: string; readonly months: number }): Promise<void> {
  for (const seatId of await insertSeats(em, body, seats)) {
    await em.execute(
      `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, basis, vacancy, starts, ends, seat_id)
       select school_id, ?, ?::jsonb, constituency, name, number, 'VACANT', 'NEW', ?::date, (?::date + make_interval(months => ?))::date, id from seat where id = ?`,
      [body.environmentId, JSON.stringify(body.name), starts, starts, months, seatId]);
  }
}

export interface WordedSeat extends Omit<PlannedSeat, 'name'> {
  readonly name: readonly WordedText[];
  /** How many such seats. */
  readonly number: number;
}

/** More seats of one kind. */
export const addSeatsTo = (house: House, viewer: ViewerFacts, at: BodyAt, worded: WordedSeat) => changeBody(house, viewer, at, async ({ em, body }) => {
  const faults: BodyFault[] = [];
  const wrong = textFault(worded.name, LONGEST.name, true);
  if (wrong !== null) faults.push({ field: 'name', code: wrong });
  if (!(worded.number >= 1 && worded.number <= 50)) faults.push({ field: 'number', code: 'OUT_OF_RANGE' });
  if (faults.length > 0) return { faults };
  const { number, name, ...seat } = worded;
  const seats = Array.from({ length: number }, () => ({ ...seat, name: textsOf(name) }));
  await addSeats(em, body, seats, { starts: body.today, months: bylawsOf(body).rules.termMonths });
  await grown(em, body.id, true);
  await recordBody(house, em, { body, kind: 'body.seats-added', actorId: viewer.personId, detail: { constituency: seat.constituency, number } });
  return null;
});

/** Gives a seat up that nobody holds, nor will; its history stays. */
export const retireSeat = (house: House, viewer: ViewerFacts, at: BodyAt, seatId: string) => changeBody(house, viewer, at, async ({ em, body }) => {
  const seat = body.seats.find((each) => each.seatId === seatId.toLowerCase());
  if (seat === undefined) return refuseBody('SEAT_RETIRED');
  const held = await em.execute<object[]>('select from seat_holding where seat_id = ? and ended_at is null and person_id is not null and ends >= ?::date', [seat.seatId, body.today]);
  if (seat.personId !== null || held.length > 0) return refuseBody('SEAT_HELD');
  await em.execute('update seat set retired_on = ?::date where id = ?', [body.today, seat.seatId]);
  await grown(em, body.id, true);
  await recordBody(house, em, { body, kind: 'body.seat-retired', actorId: viewer.personId, detail: { seatId } });
  return null;
});
