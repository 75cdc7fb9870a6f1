import { beforeEach, describe, expect, it } from 'vitest';
import { forgetReader, locale, readAs, setLocale, startLocale } from './locale-store.ts';

describe('the language of whoever is signed in', () => {
  beforeEach(async () => {
    localStorage.clear();
    await setLocale('en', false);
  });

  it('is spoken at once, after a reload too, and not to the next person', async () => {
    await readAs('es-MX', true);
    expect(locale()).toBe('es');
    await startLocale();
    expect(locale()).toBe('es');
    forgetReader();
    await startLocale();
    expect(locale()).toBe('en');
  });

  it('leaves nothing on a phone that is not theirs', async () => {
    await readAs('es', false);
    expect(locale()).toBe('es');
    expect(localStorage.length).toBe(0);
  });

  it('gives way to the one chosen on this device', async () => {
    await setLocale('en');
    await readAs('es', true);
    expect(locale()).toBe('en');
  });
});
