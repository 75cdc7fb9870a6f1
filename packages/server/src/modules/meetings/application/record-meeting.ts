import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

export const meetingTopic = (meetingId: string): string => `meeting:${meetingId}`;

export interface MeetingChange {
  readonly meeting: { readonly id: string; readonly schoolId: string };
  /** For example `meeting.noticed`. */
  readonly kind: string;
  /** Null: somebody without an account. */
  readonly actorId: string | null;
  /** Ids, codes and counts only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every use case here: the audit row and the happening, in the transaction of the change. */
export async function recordMeeting(
  { events }: Pick<House, 'events'>, em: Statements, { meeting: { id, schoolId }, kind, actorId, detail = {} }: MeetingChange,
): Promise<void> {
  await audit(em, { schoolId, actorId, act: kind, subjectId: id, detail });
  await events.record(em, [{ schoolId, topic: meetingTopic(id), kind, subjectId: id }]);
}
