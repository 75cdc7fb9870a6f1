import type { Statements } from '../../../platform/database/database.ts';
import type { BodyRecord } from '../../bodies/index.ts';
import { CALLING_OFFICES } from '../../meetings/index.ts';
import type { ViewerFacts } from '../../people/index.ts';

type Officered = Pick<BodyRecord, 'officers' | 'environmentId'>;

const holding = ({ officers }: Officered): string[] => officers.filter(({ office }) => CALLING_OFFICES.includes(office)).map(({ personId }) => personId);

/** Ids of whoever answers for a body: its chair, vice-chair and secretary; where it has none, who keeps its environment. */
export async function answerersOf(em: Statements, body: Officered): Promise<string[]> {
  const officers = holding(body);
  if (officers.length > 0) return [...new Set(officers)];
  const keepers = await em.execute<{ id: string }[]>(
    `select distinct person_id as id from role_grant where environment_id = ? and role in ('COORDINATOR', 'ADMINISTRATOR')`, [body.environmentId]);
  return keepers.map(({ id }) => id);
}

/** Whether somebody is one of those. */
export function answersFor(viewer: ViewerFacts, body: Officered): boolean {
  const officers = holding(body);
  if (officers.length > 0) return officers.includes(viewer.personId);
  return viewer.environments.some(({ environmentId, roles }) => environmentId === body.environmentId && (roles.includes('COORDINATOR') || roles.includes('ADMINISTRATOR')));
}
