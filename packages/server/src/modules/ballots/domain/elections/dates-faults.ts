import type { ElectionFault, ElectionFaultCode } from './election-fault.ts';
import { decideNoticeTime } from './notice.ts';
import { addToDate } from './wall-days.ts';

/** The times of an election as someone words them. */
export interface DatedWording {
  readonly noticeAt: Date | null;
  readonly orientationAt: Date;
  readonly nominationsFrom: Date;
  readonly nominationsUntil: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly termStarts: string;
  readonly termEnds: string;
  readonly noticeDays: number;
  readonly orientationDays: number;
}

const TIMES = ['noticeAt', 'orientationAt', 'nominationsFrom', 'nominationsUntil', 'opensAt', 'closesAt'] as const;

/** What is wrong with the times: the notice first (rule 18), then the order of things. */
export function datesFaults(wording: DatedWording, now: Date, timeZone: string): ElectionFault[] {
  const { orientationAt, nominationsFrom, nominationsUntil, opensAt, closesAt, termStarts, termEnds } = wording;
  const unlikely = TIMES.filter((field) => wording[field] !== null && !isLikely(wording[field]!));
  if (unlikely.length > 0) return unlikely.map((field) => fault(field, 'OUT_OF_RANGE'));
  // A notice planned for the past is posted at once.
  const posted = wording.noticeAt !== null && wording.noticeAt > now ? wording.noticeAt : now;
  return [
    ...noticeFaults(wording, posted, timeZone),
    ...(orientationAt < opensAt ? [] : [fault('opensAt', 'NOT_AFTER', orientationAt)]),
    ...(wording.noticeAt === null || nominationsFrom >= wording.noticeAt ? [] : [fault('nominationsFrom', 'BEFORE_NOTICE', wording.noticeAt)]),
    ...(nominationsUntil > nominationsFrom ? [] : [fault('nominationsUntil', 'NOT_AFTER', nominationsFrom)]),
    ...(opensAt >= nominationsUntil ? [] : [fault('opensAt', 'NOT_AFTER', nominationsUntil)]),
    ...(closesAt > opensAt ? [] : [fault('closesAt', 'NOT_AFTER', opensAt)]),
    ...(isDate(termStarts) ? [] : [fault('termStarts', 'NOT_A_DATE')]),
    ...(isDate(termEnds) ? termEnds > termStarts ? [] : [fault('termEnds', 'NOT_AFTER')] : [fault('termEnds', 'NOT_A_DATE')]),
  ];
}

function noticeFaults(wording: DatedWording, posted: Date, timeZone: string): ElectionFault[] {
  const decision = decideNoticeTime(wording, posted, timeZone);
  if (decision.ok) return [];
  const { reason, about } = decision.refusal;
  const short = reason === 'NOTICE_TOO_SHORT';
  return [{ field: short ? 'opensAt' : 'orientationAt', code: short ? 'NOTICE_TOO_SHORT' : 'ORIENTATION_TOO_SOON', earliest: about[0] ?? null }];
}

/** Not a slip of the keyboard, such as the year 20226. */
const isLikely = (at: Date): boolean => at.getTime() >= Date.UTC(2000, 0) && at.getTime() < Date.UTC(2100, 0);

const isDate = (text: string): boolean => /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addToDate(text, 0) === text;

const fault = (field: string, code: ElectionFaultCode, earliest: Date | null = null): ElectionFault =>
  ({ field, code, earliest: earliest?.toISOString() ?? null });
