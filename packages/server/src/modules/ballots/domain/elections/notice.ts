import type { ElectionFacts } from './election.ts';
import { type ElectionDecision, refuse } from './refusal.ts';
import { HOUR, addToDate, dateOf, daysBetween, momentOf } from './wall-days.ts';

/** No notice is shorter, whatever bylaws or settings say: elapsed hours, weekends and a changing clock included (rule 18). */
export const SHORTEST_NOTICE = 72 * HOUR;
/** LAUSD's practice: ten days' notice of an election, five of its orientation (BUL-4148; rule 18). */
export const USUAL_NOTICE_DAYS = 10;
export const USUAL_ORIENTATION_DAYS = 5;

/**
 * Whether what is announced at `posted` may happen at `at`: as many days of the calendar later as the rule asks (the
 * day of posting is not counted), and never less than {@link SHORTEST_NOTICE}.
 */
export const isEnoughNotice = (posted: Date, at: Date, days: number, timeZone: string): boolean =>
  daysBetween(posted, at, timeZone) >= days && at.getTime() - posted.getTime() >= SHORTEST_NOTICE;

/** The first moment for which {@link isEnoughNotice} holds. */
export function earliestAfter(posted: Date, days: number, timeZone: string): Date {
  const firstDay = momentOf(addToDate(dateOf(posted, timeZone), days), '00:00', timeZone);
  return new Date(Math.max(firstDay.getTime(), posted.getTime() + SHORTEST_NOTICE));
}

type Dated = Pick<ElectionFacts, 'opensAt' | 'orientationAt' | 'noticeDays' | 'orientationDays'>;

/** Rule 18 for a notice posted at `posted`. A refusal is about the first moment that would do. */
export function decideNoticeTime(election: Dated, posted: Date, timeZone: string): ElectionDecision {
  const { opensAt, orientationAt, noticeDays, orientationDays } = election;
  if (!isEnoughNotice(posted, opensAt, noticeDays, timeZone)) {
    return refuse('NOTICE_TOO_SHORT', [earliestAfter(posted, noticeDays, timeZone).toISOString(), String(noticeDays)]);
  }
  if (!isEnoughNotice(posted, orientationAt, orientationDays, timeZone)) {
    return refuse('ORIENTATION_TOO_SOON', [earliestAfter(posted, orientationDays, timeZone).toISOString(), String(orientationDays)]);
  }
  return { ok: true };
}

