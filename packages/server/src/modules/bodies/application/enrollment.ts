import { type Statements, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { Enrollment } from '../domain/composition.ts';

/** Active students of the environment, and how many of them learn English; under the school's scope. */
export async function enrollmentIn(em: Statements, environmentId: string): Promise<Enrollment> {
  const [row] = await em.execute<Enrollment[]>(
    `select count(*)::int as students, count(*) filter (where p.english_learner)::int as "englishLearners"
     from membership m join person p on p.id = m.person_id and p.active where m.environment_id = ? and m.constituency = 'STUDENT'`, [environmentId]);
  return row!;
}

export const enrollmentOf = ({ db }: Pick<House, 'db'>, { schoolId, environmentId }: { readonly schoolId: string; readonly environmentId: string }): Promise<Enrollment> =>
  enrollmentIn(db.under(school(schoolId)), environmentId);
