import { createHash, randomBytes } from 'node:crypto';
import { gate, school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, asDate, audit } from '../../people/index.ts';

/** Whose calendar an address opens. */
export interface CalendarOwner {
  readonly personId: string;
  readonly schoolId: string;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Since when the person has a link; null when there is none. */
export async function calendarLinkOf({ db }: House, { personId, schoolId }: CalendarOwner): Promise<{ readonly madeAt: Date } | null> {
  const [row] = await db.under(school(schoolId)).execute<{ madeAt: string }[]>('select made_at as "madeAt" from calendar_link where person_id = ?', [personId]);
  return row === undefined ? null : { madeAt: asDate(row.madeAt) };
}

/** Makes the person's link, and ends the one they had. The secret of 128 bits is answered this once; its hash is kept. */
export async function makeCalendarLink({ db }: House, { personId, schoolId }: ViewerFacts): Promise<string> {
  const secret = randomBytes(16).toString('base64url');
  await db.transaction(school(schoolId), async (em) => {
    await em.execute(
      `insert into calendar_link (person_id, school_id, secret_hash) values (?, ?, ?)
       on conflict (person_id) do update set secret_hash = excluded.secret_hash, made_at = clock_timestamp()`, [personId, schoolId, hashOf(secret)]);
    await audit(em, { schoolId, actorId: personId, act: 'calendar_link.made', subjectId: personId });
  });
  return secret;
}

/** Ends the person's link, if there is one. */
export async function revokeCalendarLink({ db }: House, { personId, schoolId }: ViewerFacts): Promise<void> {
  await db.transaction(school(schoolId), async (em) => {
    const ended = await em.execute<object[]>('delete from calendar_link where person_id = ? returning person_id', [personId]);
    if (ended.length > 0) await audit(em, { schoolId, actorId: personId, act: 'calendar_link.revoked', subjectId: personId });
  });
}

/** Whose link has this secret; null for nobody's, or no longer anybody's. */
export async function ownerOfCalendar({ db }: House, secret: string): Promise<CalendarOwner | null> {
  if (!/^[\w-]{22}$/.test(secret)) return null;
  const [owner] = await db.under(gate).execute<CalendarOwner[]>('select person_id as "personId", school_id as "schoolId" from calendar_link where secret_hash = ?', [hashOf(secret)]);
  return owner ?? null;
}
