import { gate } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { isEmpty } from '../application/new-school.ts';
import { newSlip } from './slip-secret.ts';

/**
 * The link with which the first administrator sets up an empty server, for the terminal alone; null when there is a
 * school already. It works once, and any earlier one only until a school exists.
 */
export async function firstSetupLink({ db, config }: House): Promise<string | null> {
  const secret = newSlip();
  const needed = await db.transaction(gate, async (em) => {
    if (!await isEmpty(em)) return false;
    await em.execute('insert into setup_link (token_hash) values (?)', [secret.tokenHash]);
    return true;
  });
  return needed ? `${config.publicUrl}/setup#${secret.text}` : null;
}
