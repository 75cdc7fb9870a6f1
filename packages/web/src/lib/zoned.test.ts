import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, endOfSchoolYear, instant, wallTime } from './zoned.ts';

const LA = 'America/Los_Angeles';
const zones = fc.constantFrom(LA, 'UTC', 'Asia/Kathmandu', 'Europe/Madrid', 'Australia/Lord_Howe', 'Pacific/Kiritimati');

describe('a school’s clock', () => {
  it('reads a wall time in that school’s zone, summer and winter', () => {
    expect(instant({ date: '2026-11-23', time: '17:00' }, LA)).toBe('2026-11-24T01:00:00.000Z');
    expect(instant({ date: '2026-07-23', time: '17:00' }, LA)).toBe('2026-07-24T00:00:00.000Z');
    expect(wallTime('2026-11-24T01:00:00.000Z', LA)).toEqual({ date: '2026-11-23', time: '17:00' });
  });

  it('shows what it reads, for any minute that the wall ever shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 366 * 12 }), zones, (minutes, zone) => {
        const wall = wallTime(new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString(), zone);
        const back = instant(wall, zone);
        expect(back && wallTime(back, zone)).toEqual(wall);
      }),
    );
  });

  it('moves an hour that spring skips to the one after, and takes the first of an hour that comes twice', () => {
    expect(instant({ date: '2027-03-14', time: '02:30' }, LA)).toBe('2027-03-14T10:30:00.000Z');
    expect(instant({ date: '2026-11-01', time: '01:30' }, LA)).toBe('2026-11-01T08:30:00.000Z');
  });

  it('knows no time in what is no date', () => {
    expect(instant({ date: '', time: '17:00' }, LA)).toBeNull();
    expect(instant({ date: '2026-13-01', time: '17:00' }, LA)).toBeNull();
    expect(endOfDay('someday', LA)).toBeNull();
  });

  it('ends a day and a school year where the school is', () => {
    expect(endOfDay('2027-06-30', LA)).toBe('2027-07-01T06:59:59.000Z');
    expect(endOfSchoolYear('2026-11-24T01:00:00.000Z', LA)).toBe('2027-06-30');
    expect(endOfSchoolYear('2027-05-01T12:00:00.000Z', LA)).toBe('2027-06-30');
    expect(endOfSchoolYear('2027-06-20T12:00:00.000Z', LA)).toBe('2028-06-30');
  });
});
