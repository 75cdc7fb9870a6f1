import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, standingIn } from '../../people/index.ts';
import type { Office } from '../domain/body.ts';
import { type BodyFault, isDay } from '../domain/body-wording.ts';
import { decideOffice } from '../domain/officers.ts';
import { refuseBody } from '../domain/refusal.ts';
import { bylawsOn } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { holdsSeatOn } from './members-on.ts';
import { recordBody } from './record-body.ts';

export interface Appointment { readonly office: Office; readonly personId: string; readonly starts: string; readonly ends: string }

/**
 * Somebody takes an office. Of today or before, whoever holds it steps down; for a later day they stay until the day before,
 * and whoever was to come is not.
 */
export const appointOfficer = (house: House, viewer: ViewerFacts, at: BodyAt, { office, personId, starts, ends }: Appointment) =>
  changeBody(house, viewer, at, async ({ em, body }) => {
    const faults: BodyFault[] = [];
    if (!isDay(starts)) faults.push({ field: 'starts', code: 'BAD_DATE' });
    if (!isDay(ends)) faults.push({ field: 'ends', code: 'BAD_DATE' });
    else if (ends <= starts) faults.push({ field: 'ends', code: 'NOT_AFTER_START' });
    if (faults.length > 0) return { faults };
    if (await standingIn(em, body.environmentId, personId) === null) return refuseBody('NOT_A_MEMBER');
    const holder = personId.toLowerCase();
    const comes = starts > body.today;
    const from = comes ? starts : body.today;
    const decision = decideOffice(office, {
      offices: bylawsOn(body, from).rules.offices,
      member: await sitsOn(em, body.id, holder, from),
      // That somebody follows them in another office may be taken back; that they leave it may not, while they take this one.
      holds: [...body.officers, ...body.comingOfficers].find((each) => each.personId === holder && each.office !== office && (each.leavesOn === null || each.leavesOn > from))?.office ?? null,
    });
    if (!decision.ok) return decision;
    await em.execute(
      `update officer_term set ended_at = clock_timestamp(), end_reason = ? where body_id = ? and office = ? and ended_at is null and (starts > ?::date) = ?`,
      [comes ? 'TAKEN_BACK' : 'SUCCEEDED', body.id, office, body.today, comes]);
    await em.execute('insert into officer_term (school_id, body_id, office, person_id, starts, ends) values (?, ?, ?, ?, ?::date, ?::date)',
      [body.schoolId, body.id, office, holder, starts, ends]);
    await grown(em, body.id, false);
    await recordBody(house, em, { body, kind: 'body.officer-appointed', actorId: viewer.personId, detail: { office, starts } });
    return null;
  });

async function sitsOn(em: EntityManager, bodyId: string, personId: string, day: string): Promise<boolean> {
  const [row] = await em.execute<{ sits: boolean }[]>(`select ${holdsSeatOn('x.body_id', 'x.day')} as sits from (select ?::uuid as body_id, ?::date as day) x`, [personId, bodyId, day]);
  return row!.sits;
}
