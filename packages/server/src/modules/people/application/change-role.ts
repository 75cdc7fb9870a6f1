import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { announceSessionChange } from '../../../platform/session/session-changes.ts';
import type { Role } from '../domain/constituency.ts';
import { mayAdminister } from '../domain/policy.ts';
import { STAFF_IDLE } from '../domain/session-life.ts';
import { decideGrant, decideRevoke } from '../domain/standing-rules.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { type Actor, actorFacts, administratorsOf, managed, placeOf, placesOf, tellOfPerson, unlessRefused } from './acting.ts';

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
    await em.execute(
      `update session set expires_at = least(expires_at, clock_timestamp() + make_interval(secs => ?))
       where person_id = ? and revoked_at is null`, [STAFF_IDLE, personId]);
    await announceSessionChange(em, personId);
    await tellOfPerson(house, em, actor, personId, 'role.granted', [environmentId, ...placesOf(person)], { environmentId, role });
  });
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
