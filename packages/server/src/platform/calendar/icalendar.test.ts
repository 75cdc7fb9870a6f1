import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, icalendar } from './icalendar.ts';

const event = (rest: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'meeting-1@school.test', sequence: 2, saidAt: new Date('2026-10-01T00:00:00Z'), startsAt: new Date('2026-11-03T01:30:00Z'), endsAt: new Date('2026-11-03T03:00:00Z'),
  summary: 'Council', description: 'Agenda', location: 'Library', url: 'https://school.test/meetings/1', conference: null, status: 'CONFIRMED', lang: 'en', ...rest,
});
const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
// What a calendar cannot say is left out; a line break is one however it was written.
const said = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n\u0080-\u009F]/gu, '');

describe('a calendar', () => {
  it('says to another reader what was said, in lines of at most 75 octets that break no letter', () => {
    const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom('a', ',', ';', '\\', '\n', '\r', ':', '"', ' ', 'ñ', '한', '👩‍🏫', '\t'), maxLength: 200 })).filter((text) => said(text) !== '');
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000));
    fc.assert(fc.property(words, words, words, moment, fc.integer({ min: 0, max: 900 }), (summary, description, location, startsAt, sequence) => {
      const text = icalendar({ name: summary, lang: 'es', events: [event({ summary, description, location, startsAt, endsAt: null, sequence })] });
      const lines = text.split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.isWellFormed()).toBe(true);
      }
      const [found] = read(text);
      expect([found!.summary, found!.description, found!.location]).toEqual([summary, description, location].map(said));
      expect(found!.startDate.toJSDate()).toEqual(startsAt);
      expect(found!.sequence).toBe(sequence);
    }), { numRuns: 20 });
  });

  it('writes addresses in letters that an address may have (RFC 3986)', () => {
    const addressOf = (url: string) => /^CONFERENCE.*:(https:.*)$/m.exec(icalendar({ name: 'Council', lang: 'en', events: [event({ conference: [url, 'Online'] })] }).replaceAll('\r\n ', '').replaceAll('\r', ''))![1]!;
    expect(addressOf('https://ma\u00f1ana.example/reuni\u00f3n 1?x=\u00fc&y=%20#\u{1f468}\u200d\u{1f3eb}')).toBe('https://xn--maana-pta.example/reuni%C3%B3n%201?x=%C3%BC&y=%20#%F0%9F%91%A8%E2%80%8D%F0%9F%8F%AB');
    expect(addressOf('https://zoom.example/j/1?pwd=a;b,c')).toBe('https://zoom.example/j/1?pwd=a;b,c');
    expect(addressOf('https://a:b:c/\u00f1')).toBe('https://a:b:c/%C3%B1');
  });

  it('keeps a meeting at its hour on the wall across the day the clocks change', () => {
    // 5:30 in the afternoon in Los Angeles, on both sides of November 1, 2026.
    const starts = ['2026-10-29T17:30:00-07:00', '2026-11-05T17:30:00-08:00'].map((at) => new Date(at));
    const found = read(icalendar({ name: 'Council', lang: 'en', events: starts.map((startsAt, at) => event({ uid: String(at), startsAt, endsAt: null })) }));
    const onWall = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Los_Angeles', hour: '2-digit', minute: '2-digit' });
    expect(found.map(({ startDate }) => onWall.format(startDate.toJSDate()))).toEqual(['17:30', '17:30']);
  });

  it('says where to take part online, and that something is off', () => {
    const text = icalendar({ name: 'C', lang: 'en', events: [event({ status: 'CANCELLED', conference: ['https://meet.test/a\r\nX-EVIL:1', 'Take "part"'] })] });
    const vevent = read(text)[0]!.component;
    expect(vevent.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(vevent.getFirstPropertyValue('conference')).toBe('https://meet.test/a%0D%0AX-EVIL:1');
    expect(vevent.getFirstProperty('x-evil')).toBeNull();
  });
});
