import type { NoticeRule } from './meeting.ts';

export const HOUR = 3_600_000;

/** EC 35147 for every Greene Act meeting, Gov. Code 54954.2 for a regular one under the Brown Act. */
export const USUAL_NOTICE_HOURS = 72;
/** Gov. Code 54956, for special meetings under the Brown Act alone. */
export const SPECIAL_NOTICE_HOURS = 24;

/**
 * Hours a notice must hang before the meeting starts (rule 1). The Greene Act has no short-notice meeting, so its special
 * meetings wait as long as its regular ones; a planning session waits like a regular meeting. The law says "at least":
 * bylaws may ask for more, never for less.
 */
export function hoursOfNotice({ law, kind, noticeHours }: NoticeRule): number {
  return Math.max(leastHours(law, kind), noticeHours);
}

function leastHours(law: NoticeRule['law'], kind: NoticeRule['kind']): number {
  switch (law) {
    case 'GREENE': return USUAL_NOTICE_HOURS;
    case 'BROWN': return kind === 'SPECIAL' ? SPECIAL_NOTICE_HOURS : USUAL_NOTICE_HOURS;
    case 'PRIVATE': return 0;
  }
}

/** The last moment at which a notice may be posted: elapsed hours, weekends and a changing clock included. */
export const latestPosting = (startsAt: Date, rule: NoticeRule): Date => new Date(startsAt.getTime() - hoursOfNotice(rule) * HOUR);

/** Whether what was posted then hung long enough: exactly the hours are enough, a millisecond less is not. */
export const isTimely = (postedAt: Date, startsAt: Date, rule: NoticeRule): boolean => postedAt.getTime() <= latestPosting(startsAt, rule).getTime();
