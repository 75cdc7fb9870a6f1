import DataLoader from 'dataloader';
import { type Database, gate, school } from '../../../platform/database/database.ts';
import type { SessionFacts, SessionSource } from '../../../platform/graphql/context.ts';
import { FAMILY_IDLE, GUEST_IDLE, SLIDE_EVERY, STAFF_IDLE } from '../domain/session-life.ts';
import { sha256 } from './secret.ts';

interface Row extends SessionFacts {
  readonly hash: string;
  readonly stale: boolean;
}

/** Most tokens asked for in one statement. */
const LARGEST_BATCH = 256;

/**
 * Answers who a cookie or bearer token belongs to, and moves the session's end forward while it is used.
 * Tokens that arrive while a statement runs are asked for together in the next: when a school's phones all wake
 * at the opening of a ballot, each brings a token this server has not met.
 */
export function sessionSource(db: Database): SessionSource {
  let running = Promise.resolve();
  const sessions = new DataLoader<string, Row | null>((hashes) => findSessions(db, hashes), {
    cache: false,
    maxBatchSize: LARGEST_BATCH,
    batchScheduleFn: (ask) => { void running.then(ask); },
  });
  return {
    async find(token, inUse) {
      const asked = sessions.load(sha256(token).toString('hex'));
      running = asked.then(() => {}, () => {});
      const found = await asked;
      if (found === null) return null;
      const { stale, hash: _, ...facts } = found;
      if (stale && inUse) await slide(db, facts);
      return facts;
    },
  };
}

async function findSessions(db: Database, hashes: readonly string[]): Promise<(Row | null)[]> {
  const rows = await db.under(gate).execute<Row[]>(
    `select id as "sessionId", school_id as "schoolId", person_id as "personId", transport,
       encode(token_hash, 'hex') as hash, last_seen_at < clock_timestamp() - make_interval(secs => ?) as stale
     from session
     where token_hash = any(array(select decode(jsonb_array_elements_text(?::jsonb), 'hex')))
       and revoked_at is null and expires_at > clock_timestamp()`,
    [SLIDE_EVERY, JSON.stringify(hashes)],
  );
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  return hashes.map((hash) => byHash.get(hash) ?? null);
}

/** Whether the person holds a role is asked anew each time, so that a session made before a grant shortens with it. */
async function slide(db: Database, session: SessionFacts): Promise<void> {
  await db.under(school(session.schoolId)).execute(
    `update session set last_seen_at = clock_timestamp(), expires_at = clock_timestamp() + make_interval(secs =>
       case when session.guest then ?::int
         when exists (select from role_grant r where r.person_id = session.person_id) then ?::int else ?::int end)
     where id = ? and revoked_at is null`,
    [GUEST_IDLE, STAFF_IDLE, FAMILY_IDLE, session.sessionId],
  );
}
