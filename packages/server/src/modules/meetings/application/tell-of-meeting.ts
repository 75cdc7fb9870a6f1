import type { Statements } from '../../../platform/database/database.ts';
import { type BodyRecord, audienceOf } from '../../bodies/index.ts';
import { type NoticeChange, sendMessage } from '../../messages/index.ts';
import { type InOrder, inOrder } from '../domain/agenda-tree.ts';
import { type ItemRecord, type ItemWords, type MeetingRecord, type NoticeRecord, lastNotice } from './meeting-record.ts';
import { noticeDigest } from './notice-digest.ts';

/** Tells a body's people of the notice just posted: of the meeting, or of what the version before said otherwise. */
export async function tellOfNotice(em: Statements, body: BodyRecord, meeting: MeetingRecord, items: readonly InOrder<ItemRecord>[]): Promise<void> {
  const { title, startsAt, place } = meeting;
  if (startsAt === null) return;
  const last = lastNotice(meeting);
  const to = { ...await addressed(em, body, meeting), dedupeKey: `meeting:${meeting.id}:notice:${meeting.notices.length + 1}` };
  const words = { body: body.name, title, startsAt, place };
  await (last === null
    ? sendMessage(em, { ...to, kind: 'MEETING_NOTICED', words })
    : sendMessage(em, { ...to, kind: 'MEETING_CHANGED', words: { ...words, changes: changesOf(last, meeting, items) } }));
}

/** Tells them that it is not held, at the time they were told of last. */
export async function tellOfCancelling(em: Statements, body: BodyRecord, meeting: MeetingRecord, reason: string): Promise<void> {
  const { title, startsAt } = lastNotice(meeting) ?? meeting;
  if (startsAt === null) return;
  await sendMessage(em, {
    ...await addressed(em, body, meeting), dedupeKey: `meeting:${meeting.id}:cancelled`, kind: 'MEETING_CANCELLED', words: { body: body.name, title, startsAt, reason } });
}

const addressed = async (em: Statements, body: BodyRecord, { id, schoolId, environmentId }: MeetingRecord) => ({
  schoolId, environmentId, about: { kind: 'MEETING', id, path: `/meetings/${id}` }, recipients: await audienceOf(em, body),
});

function changesOf(last: NoticeRecord, now: MeetingRecord, items: readonly InOrder<ItemRecord>[]): NoticeChange[] {
  const changes: NoticeChange[] = [];
  if (last.startsAt.getTime() !== now.startsAt?.getTime() || last.endsAt?.getTime() !== now.endsAt?.getTime()) changes.push('TIME');
  // A translation alone moves nobody.
  if (last.onlineUrl !== now.onlineUrl || Object.keys(last.place).some((tag) => last.place[tag] !== now.place[tag])) changes.push('PLACE');
  // Under the same words, what still differs is the agenda.
  if (noticeDigest(now, items) !== noticeDigest(now, inOrder<ItemWords>(last.items))) changes.push('AGENDA');
  return changes.length > 0 ? changes : ['DETAILS'];
}
