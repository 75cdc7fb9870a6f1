import { beforeEach, describe, expect, it } from 'vitest';
import { forgetReader, locale, readAs, setLocale, startLocale } from './locale-store.ts';

describe('the language of whoever is signed in', () => {
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', '/s');
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

  describe('who came by a letter that names one', () => {
    const open = async (address: string) => {
      history.replaceState(null, '', address);
      await startLocale();
    };

    it('is spoken before and after signing in, whatever was chosen here before, and is no choice that lasts', async () => {
      await setLocale('en');
      await open('/s?lang=es#000G40R40M30E209185GR38E1W');
      expect(locale()).toBe('es');
      await readAs('es', true);
      await open('/');
      expect(locale()).toBe('es');
      expect(localStorage.getItem('plenary.locale')).toBe('en');
    });

    it('leaves the tab to the next person, whose letter has its own', async () => {
      await open('/s?lang=es#000G40R40M30E209185GR38E1W');
      await readAs('es', true);
      forgetReader();
      await open('/s');
      expect(locale()).toBe('en');
      await open('/s?lang=es#0');
      await open('/s?lang=en#0');
      await readAs('en', true);
      expect([locale(), localStorage.getItem('plenary.locale')]).toEqual(['en', null]);
    });

    it('follows what they have told the school since', async () => {
      await open('/s?lang=es#0');
      await readAs('en', true);
      expect(locale()).toBe('en');
    });

    it('gives way to the choice made on the page, after a reload too', async () => {
      await open('/s?lang=es&to=%2Fb%2F1');
      await setLocale('en');
      expect(location.search).toBe('?to=%2Fb%2F1');
      await startLocale();
      expect(locale()).toBe('en');
    });
  });
});
