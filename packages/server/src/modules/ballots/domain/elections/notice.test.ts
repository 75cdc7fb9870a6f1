import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { SHORTEST_NOTICE, decideNoticeTime, earliestAfter, isEnoughNotice } from './notice.ts';
import { USUAL_NOTICE_DAYS, USUAL_ORIENTATION_DAYS } from './notice.ts';
import { usualDates } from './usual-dates.ts';
import { HOUR, addDays, dateOf, daysBetween, momentOf } from './wall-days.ts';

const LA = 'America/Los_Angeles';
const at = (text: string) => new Date(text);
const after = (from: Date, ms: number) => new Date(from.getTime() + ms);

describe('72 hours of notice', () => {
  it('are elapsed hours: when clocks go forward, three days on the wall are an hour short', () => {
    // 2027-03-14, 02:00 becomes 03:00 in Los Angeles.
    const posted = momentOf('2027-03-12', '09:00', LA);
    const sameTime = momentOf('2027-03-15', '09:00', LA);
    expect(sameTime.getTime() - posted.getTime()).toBe(71 * HOUR);
    expect(isEnoughNotice(posted, sameTime, 3, LA)).toBe(false);
    expect(isEnoughNotice(posted, after(posted, SHORTEST_NOTICE - 1), 3, LA)).toBe(false);
    expect(isEnoughNotice(posted, after(posted, SHORTEST_NOTICE), 3, LA)).toBe(true);
    expect(earliestAfter(posted, 3, LA)).toEqual(momentOf('2027-03-15', '10:00', LA));
  });

  it('are reached an hour sooner on the wall when clocks go back', () => {
    // 2026-11-01, 02:00 becomes 01:00.
    const posted = momentOf('2026-10-30', '09:00', LA);
    const hours72 = after(posted, SHORTEST_NOTICE);
    expect(hours72).toEqual(momentOf('2026-11-02', '08:00', LA));
    expect(isEnoughNotice(posted, hours72, 3, LA)).toBe(true);
    expect(isEnoughNotice(posted, after(hours72, -1), 3, LA)).toBe(false);
  });

  it('hold below any number of days', () => {
    fc.assert(fc.property(fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true }), fc.integer({ min: 3, max: 30 }), (posted, days) => {
      const first = earliestAfter(posted, days, LA);
      expect(first.getTime() - posted.getTime()).toBeGreaterThanOrEqual(SHORTEST_NOTICE);
      expect(daysBetween(posted, first, LA)).toBeGreaterThanOrEqual(days);
      expect(isEnoughNotice(posted, first, days, LA)).toBe(true);
      expect(isEnoughNotice(posted, after(first, -1), days, LA)).toBe(false);
    }), { numRuns: 300 });
  });
});

describe('days of notice', () => {
  it('are days of the calendar: the day of posting is not counted, the day of voting is', () => {
    const posted = momentOf('2026-11-02', '23:00', LA);
    const election = { opensAt: momentOf('2026-11-12', '08:00', LA), orientationAt: momentOf('2026-11-07', '18:00', LA), noticeDays: 10, orientationDays: 5 };
    expect(decideNoticeTime(election, posted, LA)).toEqual({ ok: true });
    expect(decideNoticeTime({ ...election, opensAt: momentOf('2026-11-11', '23:59', LA) }, posted, LA))
      .toEqual({ ok: false, refusal: { reason: 'NOTICE_TOO_SHORT', about: [momentOf('2026-11-12', '00:00', LA).toISOString(), '10'] } });
    expect(decideNoticeTime({ ...election, orientationAt: momentOf('2026-11-06', '18:00', LA) }, posted, LA))
      .toEqual({ ok: false, refusal: { reason: 'ORIENTATION_TOO_SOON', about: [momentOf('2026-11-07', '00:00', LA).toISOString(), '5'] } });
  });

  it('are counted in the environment\'s own zone', () => {
    const posted = at('2026-11-03T06:30:00Z'); // still the 2nd in Los Angeles
    expect(dateOf(posted, LA)).toBe('2026-11-02');
    expect(daysBetween(posted, at('2026-11-12T16:00:00Z'), LA)).toBe(10);
    expect(daysBetween(posted, at('2026-11-12T16:00:00Z'), 'UTC')).toBe(9);
  });

  it('added to a moment keep the time on the wall', () => {
    expect(addDays(momentOf('2027-03-10', '17:00', LA), 7, LA)).toEqual(momentOf('2027-03-17', '17:00', LA));
    // 02:30 does not exist on 2027-03-14.
    expect(addDays(momentOf('2027-03-13', '02:30', LA), 1, LA)).toEqual(momentOf('2027-03-14', '03:30', LA));
  });
});

describe('the usual dates', () => {
  it('are within the rules on whatever day one begins', () => {
    fc.assert(fc.property(fc.date({ min: at('2026-01-01'), max: at('2030-01-01'), noInvalidDate: true }), fc.constantFrom(LA, 'UTC', 'America/New_York'), (now, zone) => {
      const dates = usualDates(now, zone, 5);
      expect(dates.noticeAt.getTime()).toBeGreaterThan(now.getTime());
      const rules = { noticeDays: USUAL_NOTICE_DAYS, orientationDays: USUAL_ORIENTATION_DAYS };
      expect(decideNoticeTime({ ...dates, ...rules }, dates.noticeAt, zone)).toEqual({ ok: true });
      expect(dates.orientationAt < dates.nominationsUntil || dates.orientationAt < dates.opensAt).toBe(true);
      expect(dates.nominationsFrom < dates.nominationsUntil && dates.nominationsUntil < dates.opensAt && dates.opensAt < dates.closesAt).toBe(true);
      expect(dates.termStarts < dates.termEnds).toBe(true);
      for (const day of [dates.noticeAt, dates.orientationAt, dates.nominationsUntil, dates.opensAt, dates.closesAt]) {
        expect([0, 6]).not.toContain(new Date(dateOf(day, zone)).getUTCDay());
      }
    }), { numRuns: 300 });
  });
});
