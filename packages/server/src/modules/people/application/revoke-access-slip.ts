import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { mayManage } from '../domain/policy.ts';
import { type Actor, actorFacts, lockedPerson, placesOf, tellOfPerson } from './acting.ts';
import { type SlipRecord } from './person-reader.ts';
import { isUuid } from './sql.ts';

/** Ends a slip and the sessions it began; one's own, or those of a person one manages. @throws NOT_FOUND. */
export function revokeAccessSlip(house: House, actor: Actor, id: string): Promise<SlipRecord> {
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const viewer = await actorFacts(em, actor);
    const [held] = isUuid(id) ? await em.execute<{ personId: string }[]>('select person_id as "personId" from access_slip where id = ?', [id]) : [];
    const person = held === undefined ? null : await lockedPerson(em, held.personId);
    if (person === null || !(person.id === viewer.personId || mayManage(viewer, person))) throw coded('NOT_FOUND');

    const ended = await em.execute<object[]>(
      'update access_slip set revoked_at = clock_timestamp() where id = ? and revoked_at is null returning id', [id]);
    await em.execute(
      'update session set revoked_at = clock_timestamp() where slip_id = ? and revoked_at is null and id <> ?', [id, actor.sessionId]);
    if (ended.length > 0) await tellOfPerson(house, em, actor, person.id, 'slip.revoked', placesOf(person), { slipId: id });
    const [slip] = await em.execute<SlipRecord[]>(
      `select id, person_id as "personId", made_at as "madeAt", expires_at as "expiresAt", revoked_at as "revokedAt",
         last_used_at as "lastUsedAt", false as usable from access_slip where id = ?`, [id]);
    return slip!;
  });
}
