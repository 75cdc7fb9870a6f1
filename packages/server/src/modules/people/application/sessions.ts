import { type Statements, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { sessionChangedHere } from '../../../platform/session/session-changes.ts';
import type { House } from '../../../platform/room.ts';
import type { Actor } from './acting.ts';
import { audit } from './audit.ts';
import { isUuid } from './sql.ts';

export interface SessionRecord {
  readonly id: string;
  readonly transport: 'COOKIE' | 'BEARER';
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly device: string | null;
}

const COLUMNS = `id, transport, started_at as "startedAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", device`;

/** Live sessions of a person, the last used first. */
export const sessionsOf = ({ db }: House, { personId, schoolId }: Pick<Actor, 'personId' | 'schoolId'>): Promise<SessionRecord[]> =>
  db.under(school(schoolId)).execute<SessionRecord[]>(
    `select ${COLUMNS} from session where person_id = ? and revoked_at is null and expires_at > clock_timestamp()
     order by last_seen_at desc, id limit 100`, [personId]);

/** Ends one of the actor's own sessions; the database tells every server. @throws NOT_FOUND. */
export async function revokeSession({ db }: House, actor: Actor, id: string): Promise<SessionRecord> {
  const ended = await db.transaction(school(actor.schoolId), async (em) => {
    const row = isUuid(id) ? await end(em, actor, id) : undefined;
    if (row === undefined) throw coded('NOT_FOUND');
    await audit(em, { schoolId: actor.schoolId, actorId: actor.personId, act: 'session.revoked', subjectId: id });
    return row;
  });
  sessionChangedHere(id);
  return ended;
}

async function end(em: Statements, actor: Actor, id: string): Promise<SessionRecord | undefined> {
  const [row] = await em.execute<SessionRecord[]>(
    `update session set revoked_at = coalesce(revoked_at, clock_timestamp()) where id = ? and person_id = ? returning ${COLUMNS}`,
    [id, actor.personId]);
  return row;
}
