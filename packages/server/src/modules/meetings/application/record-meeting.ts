import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

export const meetingTopic = (meetingId: string): string => `meeting:${meetingId}`;
/** Any noticed meeting of an environment, for lists that everybody reads. */
export const meetingsTopic = (environmentId: string): string => `meetings:${environmentId}`;
/** The same of one body. */
export const bodyMeetingsTopic = (bodyId: string): string => `body-meetings:${bodyId}`;
/** What only those who prepare a body's meetings see in its list: drafts, and changes that no notice has posted. */
export const bodyDraftsTopic = (bodyId: string): string => `body-drafts:${bodyId}`;

/** What moves a meeting in the lists that everybody reads. */
const MOVES_LISTS: readonly string[] = ['meeting.noticed', 'meeting.cancelled', 'meeting.called-to-order', 'meeting.adjourned', 'meeting.without-quorum'];

export interface MeetingChange {
  readonly meeting: { readonly id: string; readonly schoolId: string; readonly environmentId: string; readonly bodyId: string };
  /** For example `meeting.noticed`. */
  readonly kind: string;
  /** Null: somebody without an account. */
  readonly actorId: string | null;
  /** Ids, codes and counts only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every use case here: the audit row and the happenings, in the transaction of the change. */
export async function recordMeeting(
  { events }: Pick<House, 'events'>, em: Statements, { meeting: { id, schoolId, environmentId, bodyId }, kind, actorId, detail = {} }: MeetingChange,
): Promise<void> {
  await audit(em, { schoolId, actorId, act: kind, subjectId: id, detail });
  const lists = MOVES_LISTS.includes(kind) ? [meetingsTopic(environmentId), bodyMeetingsTopic(bodyId)] : [bodyDraftsTopic(bodyId)];
  await events.record(em, [meetingTopic(id), ...lists].map((topic) => ({ schoolId, topic, kind, subjectId: id })));
}
