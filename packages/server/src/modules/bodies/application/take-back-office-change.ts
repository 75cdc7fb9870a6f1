import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideLeaving } from '../domain/officers.ts';
import { refuseBody } from '../domain/refusal.ts';
import { type BodyRecord, type OfficerRecord, leavingFacts } from './body-record.ts';
import { type BodyAt, changeBody, grown, type NotDone } from './change-body.ts';
import { recordBody } from './record-body.ts';

/** Whoever was to take an office on a later day does not, or whoever was to leave one stays. */
export const takeBackOfficeChange = (house: House, viewer: ViewerFacts, at: BodyAt, officerId: string) => changeBody(house, viewer, at, async ({ em, body }) => {
  const named = ({ id }: OfficerRecord) => id === officerId.toLowerCase();
  const [coming, leaving] = [body.comingOfficers.find(named), body.officers.find((each) => named(each) && each.leavesOn !== null)];
  const officer = coming ?? leaving;
  if (officer === undefined) return refuseBody('NOTHING_TO_COME');
  const not = coming === undefined ? await stays(em, body, officer) : await doesNotCome(em, officer);
  if (not !== null) return not;
  await grown(em, body.id, false);
  await recordBody(house, em, {
    body, kind: coming === undefined ? 'body.leaving-taken-back' : 'body.appointment-taken-back', actorId: viewer.personId, detail: { office: officer.office, starts: officer.starts },
  });
  return null;
});

async function doesNotCome(em: EntityManager, { id }: OfficerRecord): Promise<null> {
  await em.execute(`update officer_term set ended_at = clock_timestamp(), end_reason = 'TAKEN_BACK' where id = ?`, [id]);
  return null;
}

async function stays(em: EntityManager, body: BodyRecord, officer: OfficerRecord): Promise<NotDone> {
  const decision = decideLeaving(null, leavingFacts(body, officer));
  if (!decision.ok) return decision;
  await em.execute('update officer_term set leaves_on = null, leaves_as = null where id = ?', [officer.id]);
  return null;
}
