import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

export const sittingTopic = (meetingId: string): string => `sitting:${meetingId}`;

export interface SittingHappening {
  readonly sitting: { readonly id: string; readonly schoolId: string };
  /** For example `sitting.item-taken-up`. */
  readonly kind: string;
  readonly actorId: string;
  /** Ids, codes and counts only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every act of the room: the audit row and the happening, in the transaction of the change. */
export async function recordSitting({ events }: Pick<House, 'events'>, em: Statements, { sitting: { id, schoolId }, kind, actorId, detail = {} }: SittingHappening): Promise<void> {
  await audit(em, { schoolId, actorId, act: kind, subjectId: id, detail });
  await events.record(em, [{ schoolId, topic: sittingTopic(id), kind, subjectId: id }]);
}
