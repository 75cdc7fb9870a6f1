import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { Actor } from './acting.ts';

/** A person's own language; their letters and pages follow it. */
export async function setPreferences({ db }: House, actor: Actor, { locale }: { readonly locale: string }): Promise<void> {
  await db.transaction(school(actor.schoolId), (em) =>
    em.execute('update person set locale = ? where id = ? and active', [locale, actor.personId]));
}
