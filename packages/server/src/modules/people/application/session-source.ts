import { type Database, gate, school } from '../../../platform/database/database.ts';
import type { SessionFacts, SessionSource } from '../../../platform/graphql/context.ts';
import { FAMILY_IDLE, SLIDE_EVERY, STAFF_IDLE } from '../domain/session-life.ts';
import { sha256 } from './secret.ts';

interface Row extends SessionFacts { readonly stale: boolean }

/** Answers who a cookie or bearer token belongs to, and moves the session's end forward while it is used. */
export function sessionSource(db: Database): SessionSource {
  return {
    async find(token) {
      const [found] = await db.fork(gate).execute<Row[]>(
        `select id as "sessionId", school_id as "schoolId", person_id as "personId", transport,
           last_seen_at < clock_timestamp() - make_interval(secs => ?) as stale
         from session
         where token_hash = ? and revoked_at is null and expires_at > clock_timestamp()`,
        [SLIDE_EVERY, sha256(token)],
      );
      if (found === undefined) return null;
      const { stale, ...facts } = found;
      if (stale) await slide(db, facts);
      return facts;
    },
  };
}

/** Whether the person holds a role is asked anew each time, so that a session made before a grant shortens with it. */
async function slide(db: Database, session: SessionFacts): Promise<void> {
  await db.fork(school(session.schoolId)).execute(
    `update session set last_seen_at = clock_timestamp(), expires_at = clock_timestamp() + make_interval(secs =>
       case when exists (select from role_grant r where r.person_id = session.person_id) then ? else ? end)
     where id = ? and revoked_at is null`,
    [STAFF_IDLE, FAMILY_IDLE, session.sessionId],
  );
}
