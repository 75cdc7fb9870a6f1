import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

export const minutesTopic = (meetingId: string): string => `minutes:${meetingId}`;

export interface MinutesHappening {
  readonly minutes: { readonly meetingId: string; readonly schoolId: string };
  /** For example `minutes.circulated`. */
  readonly kind: string;
  readonly actorId: string;
  /** Ids, codes and counts only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every act on minutes: the audit row and the happening, in the transaction of the change. */
export async function recordMinutes({ events }: Pick<House, 'events'>, em: Statements, { minutes: { meetingId, schoolId }, kind, actorId, detail = {} }: MinutesHappening): Promise<void> {
  await audit(em, { schoolId, actorId, act: kind, subjectId: meetingId, detail });
  await events.record(em, [{ schoolId, topic: minutesTopic(meetingId), kind, subjectId: meetingId }]);
}
