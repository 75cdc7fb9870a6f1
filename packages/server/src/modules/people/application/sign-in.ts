import { type Database, type Statements, gate, school } from '../../../platform/database/database.ts';
import { sessionChangedHere } from '../../../platform/session/session-changes.ts';
import type { House } from '../../../platform/room.ts';
import { idleSeconds } from '../domain/session-life.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { audit } from './audit.ts';
import { hashOfSlipToken, newToken } from './secret.ts';
import { asDate } from './sql.ts';
import type { Throttle, Throttled } from './throttle.ts';
import { viewerFactsIn } from './viewer.ts';

export interface SignInRequest {
  /** 64 hexadecimal digits, derived from the slip. */
  readonly token: string;
  readonly transport: 'COOKIE' | 'BEARER';
  readonly device: string | null;
  /** On a phone that is not the person's own. */
  readonly guest: boolean;
  /** For throttling alone; neither kept nor logged. */
  readonly address: string;
  /** The browser's earlier session, which the new one takes the place of. */
  readonly replaces: string | null;
}

export type SignInOutcome =
  | { readonly ok: true; readonly token: string; readonly sessionId: string; readonly viewer: ViewerFacts; readonly expiresAt: Date }
  | { readonly ok: false; readonly refusal: 'UNKNOWN_SLIP' }
  | Throttled;

const UNKNOWN = { ok: false, refusal: 'UNKNOWN_SLIP' } as const;

/** Begins a session for whoever holds a usable slip; a slip works any number of times until it ends. */
export async function signIn({ db }: House, throttle: Throttle, request: SignInRequest): Promise<SignInOutcome> {
  const hash = hashOfSlipToken(request.token);
  if (hash === null) return UNKNOWN;
  const outcome = await throttle.attempt(hash, request.address, async (): Promise<SignInOutcome> => {
    const slip = await usableSlip(db, hash);
    return slip === undefined ? UNKNOWN : await db.transaction(school(slip.schoolId), (em) => enter(em, slip, request));
  }, ({ ok }) => !ok);
  if (outcome.ok && request.replaces !== null) sessionChangedHere(request.replaces);
  return outcome;
}

interface UsableSlip {
  readonly id: string;
  readonly schoolId: string;
  readonly personId: string;
}

/** Unknown, expired and revoked are one answer from one statement: nobody learns which, not even by its time. */
async function usableSlip(db: Database, hash: Buffer): Promise<UsableSlip | undefined> {
  const [slip] = await db.under(gate).execute<UsableSlip[]>(
    `select id, school_id as "schoolId", person_id as "personId" from access_slip
     where token_hash = ? and revoked_at is null and expires_at > clock_timestamp()`, [hash]);
  return slip;
}

async function enter(em: Statements, slip: UsableSlip, request: SignInRequest): Promise<SignInOutcome> {
  // Asked again under the lock: it may have been revoked since, and then its revoker has seen no session of ours.
  const [locked] = await em.execute<object[]>(
    'select id from access_slip where id = ? and revoked_at is null for update', [slip.id]);
  const viewer = locked === undefined ? null : await viewerFactsIn(em, slip.personId);
  if (viewer === null) return UNKNOWN;
  await em.execute('update access_slip set last_used_at = clock_timestamp() where id = ?', [slip.id]);
  if (request.replaces !== null) {
    await em.execute('update session set revoked_at = clock_timestamp() where id = ? and revoked_at is null', [request.replaces]);
  }
  const session = await beginSession(em, viewer, { slipId: slip.id, transport: request.transport, device: request.device, guest: request.guest });
  return { ok: true, viewer, ...session };
}

/** A new session row; the token is known only to the caller. */
export async function beginSession(
  em: Statements, viewer: ViewerFacts,
  { slipId, transport, device, guest = false }:
  { slipId: string | null; transport: 'COOKIE' | 'BEARER'; device: string | null; guest?: boolean },
): Promise<{ token: string; sessionId: string; expiresAt: Date }> {
  const { token, hash } = newToken();
  const [row] = await em.execute<{ id: string; expiresAt: string }[]>(
    `insert into session (school_id, person_id, slip_id, token_hash, transport, device, guest, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?)) returning id, expires_at as "expiresAt"`,
    [viewer.schoolId, viewer.personId, slipId, hash, transport, device, guest, idleSeconds(viewer.environments, guest)]);
  await audit(em, {
    schoolId: viewer.schoolId, actorId: viewer.personId, act: 'session.started', subjectId: row!.id, detail: { transport },
  });
  return { token, sessionId: row!.id, expiresAt: asDate(row!.expiresAt) };
}
