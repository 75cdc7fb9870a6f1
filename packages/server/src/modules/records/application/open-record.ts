import { type Statements, gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { isUuid } from '../../people/index.ts';

/** The scope under which a body's record is read; null where there is no such body. */
export async function openRecord({ db }: House, bodyId: string): Promise<Statements | null> {
  if (!isUuid(bodyId)) return null;
  const [home] = await db.under(gate).execute<{ schoolId: string }[]>('select school_id as "schoolId" from governing_body where id = ?', [bodyId]);
  return home === undefined ? null : db.under(school(home.schoolId));
}
