import type { Statements } from '../../../platform/database/database.ts';

export interface AuditEntry {
  readonly schoolId: string;
  /** Null when the house itself acted. */
  readonly actorId: string | null;
  /** For example `person.left`. */
  readonly act: string;
  readonly subjectId: string | null;
  /** Ids, codes and counts only; never a name, a value someone typed, or a choice. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds to the school's append-only log, in the transaction of what it tells about. */
export async function audit(em: Statements, entry: AuditEntry): Promise<void> {
  await em.execute(
    'insert into audit_event (school_id, actor_id, act, subject_id, detail, hash) values (?, ?, ?, ?, ?::jsonb, ?)',
    [entry.schoolId, entry.actorId, entry.act, entry.subjectId, JSON.stringify(entry.detail ?? {}), Buffer.alloc(0)],
  );
}
