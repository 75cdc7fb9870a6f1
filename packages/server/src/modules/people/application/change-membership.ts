import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { Constituency } from '../domain/constituency.ts';
import { decideMembership } from '../domain/standing-rules.ts';
import { type Actor, actorFacts, managed, placeOf, placesOf, tellOfPerson, unlessRefused } from './acting.ts';

/** @throws NOT_FOUND; BAD_INPUT (PERSON_LEFT, DERIVED, STUDENT_HOLDS_NO_ROLE). Being a member already changes nothing. */
export function addMembership(house: House, actor: Actor, personId: string, constituency: Constituency): Promise<void> {
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const viewer = await actorFacts(em, actor);
    const person = await managed(em, viewer, personId);
    unlessRefused(decideMembership(person, constituency), 'constituency');
    const environmentId = placeOf(viewer, person);
    const added = await em.execute<object[]>(
      `insert into membership (school_id, environment_id, person_id, constituency) values (?, ?, ?, ?)
       on conflict (environment_id, person_id, constituency) do nothing returning id`,
      [actor.schoolId, environmentId, personId, constituency]);
    if (added.length === 0) return;
    await tellOfPerson(house, em, actor, personId, 'membership.added', [environmentId, ...placesOf(person)], { environmentId, constituency });
  });
}

/** @throws NOT_FOUND; BAD_INPUT (DERIVED). Not being a member changes nothing. */
export function removeMembership(house: House, actor: Actor, personId: string, constituency: Constituency): Promise<void> {
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const viewer = await actorFacts(em, actor);
    const person = await managed(em, viewer, personId);
    if (constituency === 'EL_PARENT') unlessRefused('DERIVED', 'constituency');
    const environmentId = placeOf(viewer, person);
    const removed = await em.execute<object[]>(
      'delete from membership where environment_id = ? and person_id = ? and constituency = ? returning id',
      [environmentId, personId, constituency]);
    if (removed.length === 0) return;
    await tellOfPerson(house, em, actor, personId, 'membership.removed', placesOf(person), { environmentId, constituency });
  });
}
