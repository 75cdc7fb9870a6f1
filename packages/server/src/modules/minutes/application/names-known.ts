import type { Statements } from '../../../platform/database/database.ts';
import { type SittingRecord, namesIn } from '../../meetings/index.ts';
import { uuidArray } from '../../people/index.ts';
import type { NamesKnown } from '../domain/names.ts';

/**
 * Whose names are looked for in words somebody chose: the environment's students and those of the body, who may have left since; and
 * the adults who were in the room. A student whom another system recorded is known by a seat alone, which is no name.
 */
export async function namesKnown(em: Statements, { environmentId, members, presiding, recorder, speakers }: SittingRecord): Promise<NamesKnown> {
  const seated = members.filter(({ student }) => student).map(({ personId }) => personId);
  const students = await em.execute<{ personId: string; given: string | null; family: string | null }[]>(
    `select p.id as "personId", i.given_name as given, i.family_name as family from person p join person_pii i on i.person_id = p.id
     where (p.active and exists (select from membership m where m.person_id = p.id and m.environment_id = ? and m.constituency = 'STUDENT'))
       or (p.id = any(?::uuid[]) and i.family_name <> '')`, [environmentId, uuidArray(seated)]);
  return {
    students: students.map(({ personId, given, family }) => ({ personId, given: given ?? '', family: family ?? '' })),
    seated, namesIn,
    adults: [...members, ...[presiding, recorder].filter((each) => each !== null), ...speakers].filter(({ student }) => !student).map(({ name }) => name ?? ''),
  };
}
