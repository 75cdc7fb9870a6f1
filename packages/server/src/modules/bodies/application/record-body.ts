import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

export const bodyTopic = (bodyId: string): string => `body:${bodyId}`;

export interface BodyChange {
  readonly body: { readonly id: string; readonly schoolId: string };
  /** For example `body.bylaws-adopted`. */
  readonly kind: string;
  /** Null when the house itself acted. */
  readonly actorId: string | null;
  /** Ids, codes and counts only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every use case here: the audit row and the happening, in the transaction of the change. */
export async function recordBody({ events }: Pick<House, 'events'>, em: Statements, { body: { id, schoolId }, kind, actorId, detail = {} }: BodyChange): Promise<void> {
  await audit(em, { schoolId, actorId, act: kind, subjectId: id, detail });
  await events.record(em, [{ schoolId, topic: bodyTopic(id), kind, subjectId: id }]);
}
