import type { Statements } from '../../../platform/database/database.ts';
import type { Standing } from '../domain/viewer.ts';
import { isUuid } from './sql.ts';
import { standingsOf } from './standings.ts';

/** What an active person is in one environment, inside a transaction of the school; null for whoever is nothing there. */
export async function standingIn(em: Statements, environmentId: string, personId: string): Promise<Standing | null> {
  if (!isUuid(personId)) return null;
  const [standing] = await em.execute<Standing[]>(standingsOf('p.id = ? and p.active and x.environment_id = ?'), [personId, environmentId]);
  return standing ?? null;
}
