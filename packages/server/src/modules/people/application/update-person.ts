import { school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { Person, PersonPii } from '../data/person.entity.ts';
import { type Actor, actorFacts, managed, placesOf, tellOfPerson } from './acting.ts';

/** What is undefined stays; null clears e-mail and phone, and is no value for the rest. */
export interface PersonChanges {
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly locale?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly englishLearner?: boolean | null;
}

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** @throws NOT_FOUND; BAD_INPUT (STUDENTS_ONLY) for an English-learner status of someone who is no student. */
export function updatePerson(house: House, actor: Actor, id: string, changes: PersonChanges): Promise<void> {
  const { givenName, familyName, locale, email, phone, englishLearner } = changes;
  return house.db.transaction(school(actor.schoolId), async (em) => {
    const person = await managed(em, await actorFacts(em, actor), id);
    const isStudent = person.standings.some(({ constituencies }) => constituencies.includes('STUDENT'));
    if (englishLearner && !isStudent) throw coded('BAD_INPUT', { field: 'englishLearner', rule: 'STUDENTS_ONLY' });

    const record = given({ locale: locale ?? undefined, englishLearner: englishLearner ?? undefined });
    const pii = given({ givenName: givenName?.trim(), familyName: familyName?.trim(), email, phone });
    if (Object.keys(record).length > 0) await em.nativeUpdate(Person, { id }, record);
    if (Object.keys(pii).length > 0) await em.nativeUpdate(PersonPii, { personId: id }, pii);
    await tellOfPerson(house, em, actor, id, 'person.updated', placesOf(person), { fields: Object.keys({ ...record, ...pii }) });
  });
}
