import { USUAL_NOTICE_DAYS, USUAL_ORIENTATION_DAYS } from './notice.ts';
import { HOUR, addToDate, dateOf, momentOf, schoolDay } from './wall-days.ts';

/** Dates to begin with, all within the rules; whoever prepares the election changes what does not fit. */
export interface UsualDates {
  readonly noticeAt: Date;
  readonly orientationAt: Date;
  readonly nominationsFrom: Date;
  readonly nominationsUntil: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly termStarts: string;
  readonly termEnds: string;
}

const MORNING = '08:00';
const AFTERNOON = '17:00';
const EVENING = '18:00';

/**
 * Notice on the next school morning; orientation in an evening at least five days later; voting ten days of notice and
 * four more days later, so that after nominations there is time to translate statements; a week to vote; a term to the
 * end of the school year after next (two-year terms are usual in site councils' bylaws).
 */
export function usualDates(now: Date, timeZone: string, challengeDays: number): UsualDates {
  const at = (date: string, time: string) => momentOf(date, time, timeZone);
  const today = dateOf(now, timeZone);
  const soon = schoolDay(today);
  const noticeDate = at(soon, MORNING).getTime() - now.getTime() >= HOUR ? soon : schoolDay(addToDate(soon, 1));
  const opens = schoolDay(addToDate(noticeDate, USUAL_NOTICE_DAYS + 4));
  const closes = schoolDay(addToDate(opens, 7));
  const termStarts = addToDate(closes, challengeDays + 7);
  return {
    noticeAt: at(noticeDate, MORNING),
    orientationAt: at(schoolDay(addToDate(noticeDate, USUAL_ORIENTATION_DAYS)), EVENING),
    nominationsFrom: at(noticeDate, MORNING),
    nominationsUntil: at(schoolDay(addToDate(noticeDate, USUAL_NOTICE_DAYS - 1)), AFTERNOON),
    opensAt: at(opens, MORNING),
    closesAt: at(closes, EVENING),
    termStarts,
    termEnds: schoolYearEnd(termStarts, 2),
  };
}

/** The last day of June in which the school year of `date` ends, and further ones. */
function schoolYearEnd(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + (date.slice(5) > '06-30' ? 1 : 0);
  return `${year + years - 1}-06-30`;
}
