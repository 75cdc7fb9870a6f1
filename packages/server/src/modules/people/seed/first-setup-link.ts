import { randomBytes } from 'node:crypto';
import { gate } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { isEmpty } from '../application/new-school.ts';
import { hashOfSlipToken } from '../application/secret.ts';

/**
 * The link with which the first administrator sets up an empty server, for the terminal alone; null when there is a
 * school already. It works once, and any earlier one only until a school exists.
 */
export async function firstSetupLink({ db, config }: House): Promise<string | null> {
  // No slip: nobody will ever vote with it, so the token itself is what the link carries.
  const token = randomBytes(32).toString('hex');
  const needed = await db.transaction(gate, async (em) => {
    if (!await isEmpty(em)) return false;
    await em.execute('insert into setup_link (token_hash) values (?)', [hashOfSlipToken(token)]);
    return true;
  });
  return needed ? `${config.publicUrl}/setup#${token}` : null;
}
