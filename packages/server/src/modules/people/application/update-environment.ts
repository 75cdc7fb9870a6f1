import { LockMode } from '@mikro-orm/core';
import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { LearningEnvironment } from '../data/learning-environment.entity.ts';
import { mayAdminister } from '../domain/policy.ts';
import { type Actor, actorFacts } from './acting.ts';
import { audit } from './audit.ts';
import { environmentMemory } from './environment-memory.ts';

/** What is undefined or null stays. */
export interface EnvironmentChanges {
  readonly name?: string | null;
  readonly vision?: Readonly<Record<string, string>> | null;
  readonly requiredLocales?: readonly string[] | null;
  readonly timeZone?: string | null;
}

/** @throws NOT_FOUND unless the actor administers the environment. */
export async function updateEnvironment(house: House, actor: Actor, id: string, changes: EnvironmentChanges): Promise<void> {
  await house.db.transaction(school(actor.schoolId), async (em) => {
    if (!mayAdminister(await actorFacts(em, actor), id)) throw coded('NOT_FOUND');
    const environment = await em.findOneOrFail(LearningEnvironment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const fields = (['name', 'vision', 'requiredLocales', 'timeZone'] as const).filter((field) => changes[field] != null);
    for (const field of fields) Object.assign(environment, { [field]: changes[field] });
    await em.flush();
    await audit(em, { schoolId: actor.schoolId, actorId: actor.personId, act: 'environment.updated', subjectId: id, detail: { fields } });
    await house.events.record(em, [{ schoolId: actor.schoolId, topic: `environment:${id}`, kind: 'environment.updated', subjectId: id }]);
  });
  // Its happening is on its way too, but the answer to this act must not be older than the act.
  environmentMemory(house).forget(id);
}
