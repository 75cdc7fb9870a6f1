import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { Actor } from '../acting.ts';
import { type ImportRecord, lockImport } from './import-record.ts';
import { ownImport } from './own-import.ts';
import { previewForOrg } from './preview-import.ts';

/**
 * Says which school of the files is this one, and previews what that does. @throws NOT_FOUND; BAD_INPUT with rule
 * `UNKNOWN_ORG`, `HAS_FAULTS` or `WRONG_STATE`
 */
export async function chooseOrg(house: House, actor: Actor, id: string, orgSourcedId: string): Promise<ImportRecord> {
  await ownImport(house, actor, id);
  const record = await house.db.transaction(school(actor.schoolId), async (em) => {
    const locked = await lockImport(em, id);
    if (locked === null) throw coded('NOT_FOUND');
    if (locked.state !== 'PREVIEWED') throw coded('BAD_INPUT', { field: 'id', rule: 'WRONG_STATE' });
    if (locked.faultCount > 0) throw coded('BAD_INPUT', { field: 'id', rule: 'HAS_FAULTS' });
    if (!locked.orgs.some(({ sourcedId }) => sourcedId === orgSourcedId)) throw coded('BAD_INPUT', { field: 'orgSourcedId', rule: 'UNKNOWN_ORG' });
    if (locked.org === orgSourcedId) return null;
    await em.execute(`update roster_import set state = 'READING' where id = ?::uuid`, [id]);
    return locked;
  });
  if (record !== null) {
    try {
      await previewForOrg(house, record, orgSourcedId);
    } catch (error) {
      await house.db.under(school(actor.schoolId)).execute(
        `update roster_import set state = 'PREVIEWED' where id = ?::uuid and state = 'READING'`, [id]);
      throw error;
    }
  }
  return ownImport(house, actor, id);
}
