import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { decideLeaving } from '../domain/standing-rules.ts';
import { type Actor, actorFacts, administratorsOf, managed, placesOf, tellOfPerson, unlessRefused } from './acting.ts';

/**
 * Marks a person as gone; the database ends their sessions and slips with it. Records keep the id.
 * @throws NOT_FOUND; BAD_INPUT (LAST_ADMINISTRATOR).
 */
export function markPersonLeft(house: House, actor: Actor, id: string): Promise<void> {
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const person = await managed(em, await actorFacts(em, actor), id);
    const administrators = new Map<string, number>();
    for (const { environmentId, roles } of person.standings) {
      if (roles.includes('ADMINISTRATOR')) administrators.set(environmentId, await administratorsOf(em, environmentId));
    }
    unlessRefused(decideLeaving(person, administrators), 'id');
    if (!person.active) return;
    await em.execute('update person set active = false where id = ?', [id]);
    await tellOfPerson(house, em, actor, id, 'person.left', placesOf(person));
  });
}
