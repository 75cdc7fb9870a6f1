import { randomUUID } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';

/** One at a time in the whole cluster: two servers that start together must not both find the database empty. */
export async function isEmpty(em: Statements): Promise<boolean> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('plenary.first-school', 0))`);
  const [row] = await em.execute<{ any: boolean }[]>('select exists (select from school) as any');
  return row?.any === false;
}

/**
 * Makes a school and moves the transaction, begun as the gate, inside its walls: the gate may make a school
 * but not fill it. Answers the school's id.
 */
export async function enterNewSchool(em: Statements, name: string): Promise<string> {
  const schoolId = randomUUID();
  await em.execute('insert into school (id, name) values (?, ?)', [schoolId, name]);
  await em.execute(`select set_config('plenary.school', ?, true), set_config('role', 'plenary_app', true)`, [schoolId]);
  return schoolId;
}
