import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import type { OfficeLeaving } from '../domain/body.ts';
import { isDay } from '../domain/body-wording.ts';
import { decideLeaving } from '../domain/officers.ts';
import { refuseBody } from '../domain/refusal.ts';
import { leavingFacts } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { settleOffices } from './office-terms.ts';
import { recordBody } from './record-body.ts';

export interface Leaving {
  readonly officerId: string;
  readonly leaves: OfficeLeaving;
  /** The first day on which they hold it no more. */
  readonly from: string;
}

/** An officer resigns or is relieved, with nobody to follow by that: at once, or from a later day on. */
export const vacateOffice = (house: House, viewer: ViewerFacts, at: BodyAt, { officerId, leaves, from }: Leaving) => changeBody(house, viewer, at, async ({ em, body }) => {
  if (!isDay(from)) return { faults: [{ field: 'from', code: 'BAD_DATE' }] };
  const officer = body.officers.find(({ id }) => id === officerId.toLowerCase());
  if (officer === undefined) return refuseBody('OFFICE_NOT_HELD');
  if (from < officer.starts) return { faults: [{ field: 'from', code: 'NOT_AFTER_START' }] };
  const decision = decideLeaving(from, leavingFacts(body, officer));
  if (!decision.ok) return decision;
  await em.execute('update officer_term set leaves_on = ?::date, leaves_as = ? where id = ?', [from, leaves, officer.id]);
  await settleOffices(em, body);
  await grown(em, body.id, false);
  await recordBody(house, em, { body, kind: 'body.office-vacated', actorId: viewer.personId, detail: { office: officer.office, leaves, from } });
  return null;
});
