/**
 * A condition, with one parameter for the person: they hold a seat of the body on that day. Past their term they go on until
 * the new year, or until somebody else's term in the seat begins. `bodyId` and `day` are columns or expressions.
 */
export const holdsSeatOn = (bodyId: string, day: string): string =>
  `exists (select from seat s join seat_holding h on h.seat_id = s.id where s.body_id = ${bodyId} and s.retired_on is null and h.person_id = ? and h.ended_at is null
    and h.starts <= ${day}
    and not exists (select from seat_holding n where n.seat_id = h.seat_id and n.ended_at is null and n.starts > h.starts and n.starts <= ${day}))`;
