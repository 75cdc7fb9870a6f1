import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { refuseBody } from '../domain/refusal.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { recordBody } from './record-body.ts';

/** Whoever was to take an office on a later day does not; whoever holds it goes on. */
export const takeBackOfficeChange = (house: House, viewer: ViewerFacts, at: BodyAt, officerId: string) => changeBody(house, viewer, at, async ({ em, body }) => {
  const coming = body.comingOfficers.find(({ id }) => id === officerId.toLowerCase());
  if (coming === undefined) return refuseBody('NOTHING_TO_COME');
  await em.execute(`update officer_term set ended_at = clock_timestamp(), end_reason = 'TAKEN_BACK' where id = ?`, [coming.id]);
  await grown(em, body.id, false);
  await recordBody(house, em, { body, kind: 'body.appointment-taken-back', actorId: viewer.personId, detail: { office: coming.office, starts: coming.starts } });
  return null;
});
