import { randomUUID } from 'node:crypto';
import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type Constituency, type Role, isMemberConstituency } from '../domain/constituency.ts';
import { mayAdminister, maySeePeople } from '../domain/policy.ts';
import { Person, PersonPii } from '../data/person.entity.ts';
import { Membership, RoleGrant } from '../data/standing.entity.ts';
import { type Actor, actorFacts, tellOfPerson, unlessRefused } from './acting.ts';

export interface NewPerson {
  readonly environmentId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly constituencies: readonly Constituency[];
  readonly roles: readonly Role[];
  readonly email?: string | null;
  readonly phone?: string | null;
}

/** Adds someone no roster brings; answers their id. @throws NOT_FOUND, BAD_INPUT (DERIVED, STUDENT_HOLDS_NO_ROLE). */
export function addPerson(house: House, actor: Actor, input: NewPerson): Promise<string> {
  const { environmentId, constituencies, roles } = input;
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const viewer = await actorFacts(em, actor);
    if (!maySeePeople(viewer, environmentId)) throw coded('NOT_FOUND', { field: 'environmentId' });
    if (roles.length > 0 && !mayAdminister(viewer, environmentId)) throw coded('NOT_FOUND', { field: 'roles' });
    if (constituencies.includes('STUDENT') && roles.length > 0) unlessRefused('STUDENT_HOLDS_NO_ROLE', 'roles');
    if (!constituencies.every(isMemberConstituency)) unlessRefused('DERIVED', 'constituencies');

    const id = randomUUID();
    const { schoolId } = actor;
    await em.insert(Person, { id, schoolId, locale: input.locale, active: true, englishLearner: false });
    await em.insert(PersonPii, {
      personId: id, schoolId, givenName: input.givenName.trim(), familyName: input.familyName.trim(),
      email: input.email ?? null, phone: input.phone ?? null,
    });
    for (const constituency of constituencies) {
      await em.insert(Membership, { id: randomUUID(), schoolId, environmentId, personId: id, constituency, fromRoster: false });
    }
    for (const role of roles) await em.insert(RoleGrant, { schoolId, environmentId, personId: id, role, grantedAt: new Date() });
    await tellOfPerson(house, em, actor, id, 'person.added', [environmentId], { constituencies, roles });
    return id;
  });
}
