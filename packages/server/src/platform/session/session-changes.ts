import type { Statements } from '../database/database.ts';

export const SESSION_CHANNEL = 'session';

/**
 * Tells every server, when the caller's transaction commits, that what they remember of a session, or of all
 * sessions of a person, is no longer true: signed out, revoked, gone, or given or taken a role.
 */
export async function announceSessionChange(em: Statements, sessionOrPersonId: string): Promise<void> {
  await em.execute(`select pg_notify('${SESSION_CHANNEL}', ?)`, [sessionOrPersonId]);
}
