import { describe, expect, it } from 'vitest';
import { pickText } from './LocalText.tsx';
import { chooseLocale } from './locales.ts';
import { datesIn } from './use-dates.ts';

const year = new Date().getFullYear();

describe('dates', () => {
  it('stand in the time zone of the environment, with the weekday, in the language of the reader', () => {
    // 02:30 UTC on the 10th is still the evening of the 9th in Los Angeles.
    const at = `${year}-03-10T02:30:00.000Z`;
    const weekday = new Intl.DateTimeFormat('es', { weekday: 'long', timeZone: 'America/Los_Angeles' }).format(new Date(at));
    expect(datesIn('es', 'America/Los_Angeles').dayTime(at)).toContain(weekday);
    expect(datesIn('es', 'America/Los_Angeles').day(at)).toMatch(/9 de marzo/);
    expect(datesIn('en', 'America/Los_Angeles').dayTime(at)).toMatch(/March 9/);
  });

  it('say the zone only where the reader has another clock', () => {
    const at = `${year}-12-05T01:30:00.000Z`;
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const [there, name] = new Date(at).getTimezoneOffset() === 480 ? ['America/New_York', 'EST'] : ['America/Los_Angeles', 'PST'];
    expect(datesIn('en', here, true).dayTime(at)).toMatch(/[AP]M$/);
    expect(datesIn('en', there, true).dayTime(at)).toMatch(new RegExp(`[AP]M ${name}$`));
    expect(datesIn('es', there, true).dayTime(at)).toContain(name!);
    // A sheet at the gate says none.
    expect(datesIn('en', there).dayTime(at)).not.toContain(name!);
    expect(datesIn('en', there, true).day(at)).not.toContain(name!);
  });

  it('name the year only when it is another one', () => {
    expect(datesIn('en', 'UTC').day('2019-05-05T12:00:00Z')).toMatch(/2019/);
    expect(datesIn('en', 'UTC').day(`${year}-05-05T12:00:00Z`)).not.toMatch(String(year));
  });

  it('count deadlines in words and never promise more time than there is', () => {
    const dates = datesIn('en', 'UTC');
    const now = Date.parse('2026-11-23T12:00:00Z');
    const later = (ms: number) => dates.fromNow(new Date(now + ms).toISOString(), now);
    expect(later(2.9 * 86_400_000)).toBe('in 2 days');
    expect(later(59.9 * 60_000)).toBe('in 59 minutes');
    expect(later(20_000)).toBe('in 1 minute');
    expect(later(-3 * 3_600_000)).toBe('3 hours ago');
    expect(datesIn('es', 'UTC').fromNow(new Date(now + 2 * 86_400_000).toISOString(), now)).toBe('dentro de 2 días');
  });
});

describe('the language of a reader', () => {
  it('is the first wish that there are words for', () => {
    expect(chooseLocale([null, 'hy-AM', 'es-MX', 'en'])).toBe('es');
    expect(chooseLocale(['ko', undefined])).toBe('en');
    expect(chooseLocale(['constructor', 'es'])).toBe('es');
  });

  it('finds the version people wrote in it, else the original', () => {
    const texts = [{ locale: 'en', text: 'Yes' }, { locale: 'es-US', text: 'Sí' }];
    expect(pickText(texts, 'es')?.text).toBe('Sí');
    expect(pickText(texts, 'ko')?.text).toBe('Yes');
    expect(pickText([], 'en')).toBeUndefined();
  });
});
