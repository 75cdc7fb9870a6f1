import { type Statements, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { announceSessionChange } from '../../../platform/session/session-changes.ts';
import type { Role } from '../domain/constituency.ts';
import { mayAdminister } from '../domain/policy.ts';
import { STAFF_IDLE } from '../domain/session-life.ts';
import { decideGrant, decideRevoke } from '../domain/standing-rules.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { type Actor, actorFacts, administratorsOf, managed, placeOf, placesOf, tellOfPerson, unlessRefused } from './acting.ts';
import { uuidArray } from './sql.ts';

/** @throws NOT_FOUND unless the actor administers the environment; BAD_INPUT (PERSON_LEFT, STUDENT_HOLDS_NO_ROLE). */
export function grantRole(house: House, actor: Actor, personId: string, role: Role): Promise<void> {
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const viewer = await actorFacts(em, actor);
    const person = await managed(em, viewer, personId);
    const environmentId = administered(viewer, placeOf(viewer, person));
    unlessRefused(decideGrant(person), 'role');
    const granted = await em.execute<object[]>(
      `insert into role_grant (school_id, environment_id, person_id, role) values (?, ?, ?, ?)
       on conflict (environment_id, person_id, role) do nothing returning role`,
      [actor.schoolId, environmentId, personId, role]);
    if (granted.length === 0) return;
    await endSlipsOfOthers(em, actor, personId);
    await em.execute(
      `update session set expires_at = least(expires_at, clock_timestamp() + make_interval(secs => ?))
       where person_id = ? and revoked_at is null`, [STAFF_IDLE, personId]);
    await announceSessionChange(em, personId);
    await tellOfPerson(house, em, actor, personId, 'role.granted', [environmentId, ...placesOf(person)], { environmentId, role });
  });
}

/**
 * Ends the slips that somebody made for this person without being an administrator, and what they opened: whoever kept
 * a copy of such a letter from before the role would hold the role as well, and could certify as two people. Who made
 * a slip is told by the audit row of its own transaction: the first about this person, right after.
 */
async function endSlipsOfOthers(em: Statements, actor: Actor, personId: string): Promise<void> {
  const ended = await em.execute<{ id: string }[]>(
    `update access_slip slip set revoked_at = clock_timestamp()
     from access_slip a
     join lateral (
       select e.actor_id from audit_event e
       where e.act = 'slips.made' and e.at between a.made_at and a.made_at + interval '1 minute'
         and e.detail->'people' @> to_jsonb(a.person_id)
       order by e.ordinal limit 1
     ) made on not exists (select from role_grant r where r.person_id = made.actor_id and r.role = 'ADMINISTRATOR')
     where a.id = slip.id and a.person_id = ? and a.revoked_at is null returning slip.id`, [personId]);
  await em.execute(
    `update session set revoked_at = clock_timestamp() where slip_id = any(?::uuid[]) and revoked_at is null and id <> ?`,
    [uuidArray(ended.map(({ id }) => id)), actor.sessionId]);
}

/** @throws NOT_FOUND unless the actor administers the environment; BAD_INPUT (LAST_ADMINISTRATOR). */
export function revokeRole(house: House, actor: Actor, personId: string, role: Role): Promise<void> {
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const viewer = await actorFacts(em, actor);
    const person = await managed(em, viewer, personId);
    const environmentId = administered(viewer, placeOf(viewer, person));
    unlessRefused(decideRevoke(person, environmentId, role, await administratorsOf(em, environmentId)), 'role');
    const revoked = await em.execute<object[]>(
      'delete from role_grant where environment_id = ? and person_id = ? and role = ? returning role', [environmentId, personId, role]);
    if (revoked.length === 0) return;
    await announceSessionChange(em, personId);
    await tellOfPerson(house, em, actor, personId, 'role.revoked', placesOf(person), { environmentId, role });
  });
}

function administered(viewer: ViewerFacts, environmentId: string): string {
  if (!mayAdminister(viewer, environmentId)) throw coded('NOT_FOUND');
  return environmentId;
}
