import type { NoticeRule } from './meeting.ts';
import { isTimely } from './notice-period.ts';
import { type MeetingDecision, refuseMeeting } from './refusal.ts';

/** Papers of one item. */
export const MOST_PAPERS = 30;

export interface PaperFacts {
  readonly itemId: string;
  readonly addedAt: Date;
  readonly withdrawnAt: Date | null;
}

export interface ListingNotice {
  readonly postedAt: Date;
  readonly itemIds: readonly string[];
}

/**
 * From when everybody could read a paper: from the first notice that lists its item, or, added later, at once. Members are
 * shown nothing before the public is, and so both have it at the same time (Gov. Code 54957.5; EC 35147 of what a council is
 * given). Null while nobody outside can.
 */
export function availableFrom({ itemId, addedAt, withdrawnAt }: PaperFacts, notices: readonly ListingNotice[]): Date | null {
  const listed = notices.filter(({ itemIds }) => itemIds.includes(itemId)).map(({ postedAt }) => postedAt.getTime());
  if (listed.length === 0) return null;
  const from = new Date(Math.max(addedAt.getTime(), Math.min(...listed)));
  return withdrawnAt !== null && withdrawnAt.getTime() < from.getTime() ? null : from;
}

/**
 * A paper that comes within the hours of notice is allowed and called late. It takes nothing from its item: the agenda must
 * describe the item in time (EC 35147; Gov. Code 54954.2), and a writing that comes later owes the public the same moment as
 * the members, not seventy-two hours (Gov. Code 54957.5(b)).
 */
export const isLatePaper = (availableAt: Date | null, startsAt: Date | null, rule: NoticeRule): boolean =>
  availableAt !== null && startsAt !== null && !isTimely(availableAt, startsAt, rule);

export const decidePaper = (papers: readonly PaperFacts[], itemId: string): MeetingDecision =>
  (papers.filter((paper) => paper.itemId === itemId && paper.withdrawnAt === null).length >= MOST_PAPERS ? refuseMeeting('TOO_MANY_PAPERS', [MOST_PAPERS]) : { ok: true });
