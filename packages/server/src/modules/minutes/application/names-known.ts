import type { Statements } from '../../../platform/database/database.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import type { NamesKnown } from '../domain/names.ts';

/** Whose names are looked for in words somebody chose: the environment's students, and the adults who were in the room. */
export async function namesKnown(em: Statements, { environmentId, members, presiding, recorder, speakers }: SittingRecord): Promise<NamesKnown> {
  const students = await em.execute<{ personId: string; given: string | null; family: string | null }[]>(
    `select p.id as "personId", i.given_name as given, i.family_name as family from person p join person_pii i on i.person_id = p.id
     where p.active and exists (select from membership m where m.person_id = p.id and m.environment_id = ? and m.constituency = 'STUDENT')`, [environmentId]);
  return {
    students: students.map(({ personId, given, family }) => ({ personId, given: given ?? '', family: family ?? '' })),
    seated: members.filter(({ student }) => student).map(({ personId }) => personId),
    adults: [...members, ...[presiding, recorder].filter((each) => each !== null), ...speakers].filter(({ student }) => !student).map(({ name }) => name ?? ''),
  };
}
