import { type BodyRecord, bylawsOf } from '../../bodies/index.ts';
import type { MeetingKind, NoticeRule } from '../domain/meeting.ts';

/** How long ahead a body's meeting must be noticed as of today: its law, and its bylaws where they ask for more. */
export function ruleOfBody(body: BodyRecord, kind: MeetingKind): NoticeRule {
  const { noticeHours, specialNoticeHours } = bylawsOf(body).rules;
  return { law: body.meetingLaw, kind, noticeHours: kind === 'SPECIAL' ? specialNoticeHours : noticeHours };
}
