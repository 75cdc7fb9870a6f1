import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById, heldOn, holdsSeatOn } from '../../bodies/index.ts';
import { type ViewerFacts, uuidArray } from '../../people/index.ts';
import { CALLING_OFFICES } from '../domain/policy.ts';
import { meetingLookerAt } from './meeting-looker.ts';

const todayIn = (timeZone: string): string => `(clock_timestamp() at time zone ${timeZone})::date`;

/**
 * A condition, with one parameter for the person: they hold a seat of the body `bodyId` today, where the environment is
 * whose time zone `timeZone` names. Both are columns.
 */
export const membersToday = (bodyId: string, timeZone: string): string => holdsSeatOn(bodyId, todayIn(timeZone));

const officersToday = (bodyId: string, timeZone: string, of = ''): string =>
  `exists (select from officer_term o where o.body_id = ${bodyId} and o.person_id = ? and ${heldOn('o', todayIn(timeZone))}${of})`;

/** The same of one of the offices that call its meetings, which need not be held by a member. */
export const callersToday = (bodyId: string, timeZone: string): string => officersToday(bodyId, timeZone, ` and o.office in ('${CALLING_OFFICES.join(`', '`)}')`);

const idsOf = (environments: ViewerFacts['environments']): string => uuidArray(environments.map(({ environmentId }) => environmentId));

/** Bodies of the viewer's environments in which they hold a seat or an office today. */
export async function ownBodies({ db }: Pick<House, 'db'>, { schoolId, personId, environments }: ViewerFacts): Promise<string[]> {
  const rows = await db.under(school(schoolId)).execute<{ id: string }[]>(
    `select g.id from governing_body g join learning_environment e on e.id = g.environment_id where g.environment_id = any(?::uuid[])
       and (${membersToday('g.id', 'e.time_zone')} or ${officersToday('g.id', 'e.time_zone')})`, [idsOf(environments), personId, personId]);
  return rows.map(({ id }) => id);
}

/** Bodies whose meetings the viewer prepares, those that ended among them. */
export async function preparedBodies({ db }: Pick<House, 'db'>, viewer: ViewerFacts): Promise<string[]> {
  const em = db.under(school(viewer.schoolId));
  const staffed = idsOf(viewer.environments.filter(({ roles }) => roles.length > 0));
  const rows = await em.execute<{ id: string }[]>(
    `select g.id from governing_body g where g.environment_id = any(?::uuid[])
     or exists (select from officer_term o where o.body_id = g.id and o.person_id = ? and o.ended_at is null)`, [staffed, viewer.personId]);
  if (rows.length === 0) return [];
  return (await bodiesById(em, rows.map(({ id }) => id))).filter((body) => meetingLookerAt(viewer, body).prepares).map(({ id }) => id);
}
