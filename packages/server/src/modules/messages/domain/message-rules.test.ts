import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_KINDS, type MessageKind, type WordsOf } from './message.ts';
import { QUIET_FROM, QUIET_UNTIL, undisturbing } from './quiet-hours.ts';
import { render } from './rendering.ts';
import { MOST_TRIES, waitAfter } from './retrying.ts';

const LA = 'America/Los_Angeles';
const HOUR = 3_600_000;
const at = (text: string) => new Date(text);

describe('quiet hours', () => {
  it('are those of the environment\'s wall, from nine in the evening to seven in the morning', () => {
    const evening = at('2026-11-26T04:59:59.999Z');
    expect(undisturbing(evening, 'ACTION_DUE', LA)).toEqual(evening);
    expect(undisturbing(at('2026-11-26T05:00:00Z'), 'ACTION_DUE', LA)).toEqual(at('2026-11-26T15:00:00Z'));
    expect(undisturbing(at('2026-11-26T14:59:59Z'), 'ACTION_DUE', LA)).toEqual(at('2026-11-26T15:00:00Z'));
    expect(undisturbing(at('2026-11-26T05:00:00Z'), 'ACTION_DUE', 'Asia/Manila')).toEqual(at('2026-11-26T05:00:00Z'));
  });

  it('are an hour shorter or longer in the nights in which clocks change', () => {
    expect(undisturbing(at('2027-03-14T05:00:00Z'), 'ACTION_DUE', LA)).toEqual(at('2027-03-14T14:00:00Z'));
    expect(undisturbing(at('2026-11-01T04:00:00Z'), 'ACTION_DUE', LA)).toEqual(at('2026-11-01T15:00:00Z'));
  });

  it('do not hold for a cancellation', () => {
    const night = at('2026-11-26T10:00:00Z');
    expect(undisturbing(night, 'MEETING_CANCELLED', LA)).toEqual(night);
  });

  it('end on time wherever and whenever: at seven on the wall, and not a moment before or after', () => {
    const zones = fc.constantFrom(LA, 'America/New_York', 'Asia/Manila', 'Asia/Kolkata', 'Europe/London', 'Pacific/Auckland', 'Pacific/Apia', 'America/Santiago', 'UTC');
    const hourOf = (moment: Date, timeZone: string) => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(moment));
    fc.assert(fc.property(fc.date({ min: at('2024-01-01'), max: at('2031-01-01'), noInvalidDate: true }), zones, (moment, zone) => {
      const free = (each: Date) => hourOf(each, zone) >= QUIET_UNTIL && hourOf(each, zone) < QUIET_FROM;
      const heard = undisturbing(moment, 'MEETING_NOTICED', zone);
      expect(free(heard)).toBe(true);
      if (free(moment)) expect(heard).toEqual(moment);
      else {
        expect(heard.getTime() - moment.getTime()).toBeGreaterThan(0);
        expect(heard.getTime() - moment.getTime()).toBeLessThanOrEqual(11 * HOUR);
        expect(free(new Date(heard.getTime() - 1))).toBe(false);
      }
    }), { numRuns: 400 });
  });
});

describe('a message reads', () => {
  const both = { en: 'English words', es: 'palabras españolas', ko: '한국어' };
  const words: WordsOf[MessageKind] & object = {
    body: both, title: both, startsAt: at('2026-12-04T01:30:00Z'), place: both, reason: both, changes: ['TIME', 'PLACE', 'AGENDA', 'DETAILS'],
    correctBy: '2026-12-10', dueOn: '2026-12-10', respondBy: '2026-12-10',
  } as never;
  const read = (kind: MessageKind, locale: string, given: object = words) => render(kind, given as never, { locale, timeZone: LA });

  it('by the clock of the pages and of the school\'s papers, which has twelve hours in Spanish too', () => {
    expect(read('MEETING_NOTICED', 'es').body).toMatch(/5:30\sp\.\s?m\./);
    expect(read('MEETING_NOTICED', 'en').body).toMatch(/5:30\sPM/);
  });

  it.each(MESSAGE_KINDS)('whole in both languages: %s', (kind) => {
    const [en, es] = [read(kind, 'en'), read(kind, 'es')];
    for (const { title, body } of [en, es]) for (const text of [title, body]) expect(text).not.toMatch(/undefined|null|Invalid|\{|^\s*$/);
    expect(es.title).not.toBe(en.title);
    expect(`${en.title} ${en.body}`).not.toMatch(/español|diciembre/);
    expect(`${es.title} ${es.body}`).not.toMatch(/English|December/);
  });

  it('with the hour of the wall where the environment is, and the day of what has no hour', () => {
    expect(read('MEETING_NOTICED', 'en')).toEqual({
      locale: 'en', title: 'English words meets on Thursday, December 3, 2026',
      body: 'English words: Thursday, December 3, 2026 at 5:30 PM, English words. The agenda is posted, and everybody may come.',
    });
    expect(read('ACTION_DUE', 'es').title).toBe('Vence el jueves, 10 de diciembre de 2026');
  });

  it('in English where there is no template, with what people wrote in the reader\'s language; in the nearest language there is', () => {
    expect(read('BODY_ROSTER', 'ko')).toMatchObject({ locale: 'en', title: '한국어: its members changed' });
    expect(read('BODY_ROSTER', 'es-MX')).toMatchObject({ locale: 'es', title: 'palabras españolas: cambiaron sus miembros' });
    expect(read('BODY_ROSTER', 'fa', { body: { es: 'Consejo' } }).title).toBe('Consejo: its members changed');
    expect(read('BODY_ROSTER', 'fa', { body: 'Council' }).title).toBe('Council: its members changed');
  });
});

it('a delivery is tried again after a minute, then twice as long each time, and not for days', () => {
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, nth) => waitAfter(nth + 1) / 60_000);
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(waits.reduce((sum, each) => sum + each)).toBeLessThan(24 * 60);
});
