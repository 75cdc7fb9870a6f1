import type { Statements } from '../database/database.ts';

export const SESSION_CHANNEL = 'session';

/**
 * Tells every server, when the caller's transaction commits, that what they remember of a session, or of all
 * sessions of a person, is no longer true: signed out, revoked, gone, or given or taken a role.
 */
export async function announceSessionChange(em: Statements, sessionOrPersonId: string): Promise<void> {
  await em.execute(`select pg_notify('${SESSION_CHANNEL}', ?)`, [sessionOrPersonId]);
}

const hearers = new Set<(id: string) => void>();

/** Hears changes made by this very process as soon as they are committed; the answer stops it. */
export function hearSessionChangesHere(heard: (sessionOrPersonId: string) => void): () => void {
  hearers.add(heard);
  return () => { hearers.delete(heard); };
}

/**
 * To be called once the change is committed, before it is answered: the notification comes back by way of the
 * database, and whoever was just told "signed out" must not find the door still open for a moment.
 */
export function sessionChangedHere(sessionOrPersonId: string): void {
  for (const heard of hearers) heard(sessionOrPersonId);
}
