import type { Statements } from '../../../platform/database/database.ts';
import type { BodyRecord } from '../../bodies/index.ts';
import { CALLING_OFFICES } from '../../meetings/index.ts';

/** Ids of whoever answers for a body: its chair, vice-chair and secretary; where it has none, who keeps its environment. */
export async function answerersOf(em: Statements, { officers, today, environmentId }: Pick<BodyRecord, 'officers' | 'today' | 'environmentId'>): Promise<string[]> {
  const holding = officers.filter(({ office, starts }) => CALLING_OFFICES.includes(office) && starts <= today).map(({ personId }) => personId);
  if (holding.length > 0) return [...new Set(holding)];
  const keepers = await em.execute<{ id: string }[]>(
    `select distinct person_id as id from role_grant where environment_id = ? and role in ('COORDINATOR', 'ADMINISTRATOR')`, [environmentId]);
  return keepers.map(({ id }) => id);
}
