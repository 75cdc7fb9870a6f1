import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

export const bodyTopic = (bodyId: string): string => `body:${bodyId}`;
/** Any body of an environment, for lists. */
export const bodiesTopic = (environmentId: string): string => `bodies:${environmentId}`;

export interface BodyChange {
  readonly body: { readonly id: string; readonly schoolId: string; readonly environmentId: string };
  /** For example `body.bylaws-adopted`. */
  readonly kind: string;
  /** Null when the house itself acted. */
  readonly actorId: string | null;
  /** Ids, codes and counts only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every use case here: the audit row and the happenings, in the transaction of the change. */
export async function recordBody({ events }: Pick<House, 'events'>, em: Statements, { body: { id, schoolId, environmentId }, kind, actorId, detail = {} }: BodyChange): Promise<void> {
  await audit(em, { schoolId, actorId, act: kind, subjectId: id, detail });
  await events.record(em, [bodyTopic(id), bodiesTopic(environmentId)].map((topic) => ({ schoolId, topic, kind, subjectId: id })));
}
