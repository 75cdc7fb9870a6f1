import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, standingIn } from '../../people/index.ts';
import type { Office } from '../domain/body.ts';
import { type BodyFault, isDay } from '../domain/body-wording.ts';
import { decideOffice } from '../domain/officers.ts';
import { refuseBody } from '../domain/refusal.ts';
import { bylawsOf } from './body-record.ts';
import { type BodyAt, changeBody, grown } from './change-body.ts';
import { recordBody } from './record-body.ts';

export interface Appointment { readonly office: Office; readonly personId: string; readonly starts: string; readonly ends: string }

/** Somebody takes an office; whoever held it steps down. */
export const appointOfficer = (house: House, viewer: ViewerFacts, at: BodyAt, { office, personId, starts, ends }: Appointment) =>
  changeBody(house, viewer, at, async ({ em, body }) => {
    const faults: BodyFault[] = [];
    if (!isDay(starts)) faults.push({ field: 'starts', code: 'BAD_DATE' });
    if (!isDay(ends)) faults.push({ field: 'ends', code: 'BAD_DATE' });
    else if (ends <= starts) faults.push({ field: 'ends', code: 'NOT_AFTER_START' });
    if (faults.length > 0) return { faults };
    if (await standingIn(em, body.environmentId, personId) === null) return refuseBody('NOT_A_MEMBER');
    const holder = personId.toLowerCase();
    const decision = decideOffice(office, {
      offices: bylawsOf(body).rules.offices,
      member: body.seats.some((seat) => seat.personId === holder),
      holds: body.officers.find((each) => each.personId === holder)?.office ?? null,
    });
    if (!decision.ok) return decision;
    await em.execute(`update officer_term set ended_at = clock_timestamp(), end_reason = 'SUCCEEDED' where body_id = ? and office = ? and ended_at is null`, [body.id, office]);
    await em.execute('insert into officer_term (school_id, body_id, office, person_id, starts, ends) values (?, ?, ?, ?, ?::date, ?::date)',
      [body.schoolId, body.id, office, holder, starts, ends]);
    await grown(em, body.id, false);
    await recordBody(house, em, { body, kind: 'body.officer-appointed', actorId: viewer.personId, detail: { office } });
    return null;
  });
