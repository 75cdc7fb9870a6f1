import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type BodyRecord, bodiesById } from '../../bodies/index.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { type MeetingAct, afterAct } from '../domain/meeting-states.ts';
import type { MeetingFault } from '../domain/meeting-wording.ts';
import { type MeetingRefusal, refuseMeeting } from '../domain/refusal.ts';
import { meetingLookerAt } from './meeting-looker.ts';
import { type MeetingRecord, lockMeeting } from './meeting-record.ts';

/** Which meeting, and the version of it the person saw. */
export interface MeetingAt {
  readonly id: string;
  readonly version: number;
}

export type MeetingAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly meetingId: string }
  /** Without a meeting when none could be drafted. */
  | { readonly answer: 'REFUSED'; readonly meetingId: string | null; readonly refusal: MeetingRefusal }
  | { readonly answer: 'FAULTY'; readonly faults: readonly MeetingFault[] };

export interface ChangingMeeting { readonly em: EntityManager; readonly meeting: MeetingRecord; readonly body: BodyRecord }

/** What a change came to: a rule's refusal, or faults; null when it is done. */
export type NotDone = { readonly refusal: MeetingRefusal } | { readonly faults: readonly MeetingFault[] } | null;

/**
 * The first three beats of every act on a meeting, and its answer: open, load under a lock, ask the policy and whether
 * its state allows `act`. `change` asks its rule and writes, or says why not, having written nothing.
 * @throws NOT_FOUND when there is no such meeting, or the viewer does not prepare it.
 */
export function changeMeeting(
  house: House, viewer: ViewerFacts, { id, version }: MeetingAt, act: MeetingAct, change: (changing: ChangingMeeting) => Promise<NotDone>,
): Promise<MeetingAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<MeetingAnswer> => {
    const meeting = await lockMeeting(em, id);
    const [body] = meeting === null ? [] : await bodiesById(em, [meeting.bodyId]);
    if (meeting === null || body === undefined || !meetingLookerAt(viewer, body).prepares) throw coded('NOT_FOUND');
    if (version !== meeting.version) return { answer: 'STALE', meetingId: meeting.id };
    const allowed = afterAct(meeting.state, act) !== null;
    const not = allowed ? await change({ em, meeting, body }) : refuseMeeting('WRONG_STATE', [meeting.state]);
    if (not === null) return { answer: 'CHANGED', meetingId: meeting.id };
    return 'faults' in not ? { answer: 'FAULTY', faults: not.faults } : { answer: 'REFUSED', meetingId: meeting.id, refusal: not.refusal };
  });
}

/** Another version of it. */
export const grown = (em: EntityManager, meetingId: string): Promise<unknown> => em.execute('update meeting set version = version + 1 where id = ?', [meetingId]);
