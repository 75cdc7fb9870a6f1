import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { Actor } from '../acting.ts';
import { type ImportRecord, lockImport } from './import-record.ts';
import { ownImport, tell } from './own-import.ts';

/** Throws the preview away with all that was staged; a committed import stays as it is. @throws NOT_FOUND */
export async function discardImport(house: House, actor: Actor, id: string): Promise<ImportRecord> {
  await ownImport(house, actor, id);
  await house.db.transaction(school(actor.schoolId), async (em) => {
    const record = await lockImport(em, id);
    if (record === null) throw coded('NOT_FOUND');
    if (record.state === 'DISCARDED') return;
    if (record.state === 'COMMITTING' || record.state === 'COMMITTED') throw coded('BAD_INPUT', { field: 'id', rule: 'WRONG_STATE' });
    await em.execute(`update roster_import set state = 'DISCARDED', finished_at = clock_timestamp() where id = ?::uuid`, [id]);
    await em.execute('delete from roster_import_row where import_id = ?::uuid', [id]);
    await em.execute('delete from roster_import_fault where import_id = ?::uuid', [id]);
    await tell(house, em, record, 'roster.discarded');
  });
  return ownImport(house, actor, id);
}
