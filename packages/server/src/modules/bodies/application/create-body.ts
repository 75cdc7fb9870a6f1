import { randomUUID } from 'node:crypto';
import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, environmentIn, isUuid, mayDraftBallots } from '../../people/index.ts';
import type { PlannedSeat } from '../domain/body.ts';
import { type BodyWording, bodyFaults, textsOf } from '../domain/body-wording.ts';
import { usualBylaws } from '../domain/bylaws.ts';
import { usualSeats } from '../domain/usual-seats.ts';
import type { BodyAnswer } from './change-body.ts';
import { addSeats } from './plan-seats.ts';
import { recordBody } from './record-body.ts';

/**
 * A new body with bylaws and seats to begin with, all of them vacant. @throws NOT_FOUND when the viewer may not keep
 * bodies there.
 */
export function createBody(house: House, viewer: ViewerFacts, environmentId: string, wording: BodyWording): Promise<BodyAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<BodyAnswer> => {
    const environment = isUuid(environmentId) ? await environmentIn(em, environmentId) : null;
    if (environment === null || !mayDraftBallots(viewer, environment.id)) throw coded('NOT_FOUND');
    const faults = bodyFaults(wording);
    if (faults.length > 0) return { answer: 'FAULTY', faults };
    const body = { id: randomUUID(), schoolId: viewer.schoolId, environmentId: environment.id };
    await insertBody(em, body, wording, viewer.personId, usualSeats(wording.kind, wording.studentSeats));
    await recordBody(house, em, { body, kind: 'body.created', actorId: viewer.personId });
    return { answer: 'CHANGED', bodyId: body.id };
  });
}

/** With its first bylaws. */
export async function insertBody(
  em: EntityManager, body: { readonly id: string; readonly schoolId: string; readonly environmentId: string }, wording: BodyWording,
  actorId: string | null, seats: readonly PlannedSeat[],
): Promise<void> {
  const { kind, meetingLaw, authority, name, remit, studentSeats } = wording;
  await em.execute(
    `insert into governing_body (id, school_id, environment_id, kind, meeting_law, authority, name, remit, student_seats, created_by)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)`,
    [body.id, body.schoolId, body.environmentId, kind, meetingLaw, authority, JSON.stringify(textsOf(name)), JSON.stringify(textsOf(remit)), studentSeats, actorId]);
  const rules = usualBylaws(kind, meetingLaw);
  const today = await todayIn(em, body.environmentId);
  await em.execute(
    'insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules, recorded_by) values (?, 1, ?, ?::date, ?::date, ?::jsonb, ?)',
    [body.id, body.schoolId, today, today, JSON.stringify(rules), actorId]);
  await addSeats(em, { ...body, name: textsOf(name) }, seats, { starts: today, months: rules.termMonths });
}

/** The day of the calendar on the environment's own wall; the database's is often the next one already. */
async function todayIn(em: EntityManager, environmentId: string): Promise<string> {
  const [row] = await em.execute<{ today: string }[]>('select (clock_timestamp() at time zone time_zone)::date::text as today from learning_environment where id = ?', [environmentId]);
  return row!.today;
}
