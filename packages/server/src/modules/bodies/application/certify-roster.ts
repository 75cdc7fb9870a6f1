import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideCertifyRoster } from '../domain/certifying-roster.ts';
import { checkComposition } from '../domain/composition.ts';
import type { BodyRecord } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { enrollmentIn } from './enrollment.ts';
import { recordBody } from './record-body.ts';

export const composed = ({ kind, studentSeats, seats }: Pick<BodyRecord, 'kind' | 'studentSeats' | 'seats'>) => ({
  kind, studentSeats, seats: seats.filter(({ votes }) => votes).map(({ constituency, chosenBy }) => ({ constituency, chosenBy, seats: 1 })),
});

/** Says that those who hold its seats are the body, lawfully composed; undone by the next change of seats. */
export const certifyRoster = (house: House, viewer: ViewerFacts, at: BodyAt) => changeBody(house, viewer, at, async ({ em, body }) => {
  const lines = checkComposition(composed(body), await enrollmentIn(em, body.environmentId));
  const decision = decideCertifyRoster(lines, body.seats.filter(({ votes, personId }) => votes && personId === null).length);
  if (!decision.ok) return decision;
  await grown(em, body.id, false);
  await em.execute('update governing_body set roster_certified_at = clock_timestamp(), roster_certified_by = ? where id = ?', [viewer.personId, body.id]);
  await recordBody(house, em, { body, kind: 'body.roster-certified', actorId: viewer.personId, detail: { seats: body.seats.length } });
  return null;
});
