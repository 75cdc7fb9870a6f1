import { useSyncExternalStore } from 'react';
import { catalog } from './catalogs.ts';
import { chooseLocale, type Locale } from './locales.ts';

const KEY = 'plenary.locale';
const listeners = new Set<() => void>();
let current: Locale = 'en';

export const locale = (): Locale => current;

/** Shows the pages in a language, once its words are here; remembered on this device when the person chose it. */
export async function setLocale(next: Locale, remember = true): Promise<void> {
  await catalog('core', next);
  current = next;
  if (remember) keep(next);
  document.documentElement.lang = next;
  document.documentElement.dir = new Intl.Locale(next).maximize().script === 'Arab' ? 'rtl' : 'ltr';
  for (const listener of listeners) listener();
}

/** A link may name the language (`?lang=es`, as the letters do); then what was chosen here; then the browser's wishes. */
export function startLocale(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  return setLocale(chooseLocale([asked, kept(), ...navigator.languages]), asked !== null);
}

/** True when the person chose a language on this device, which then outweighs the one in the register. */
export const hasChosen = (): boolean => kept() !== null;

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(value: Locale): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, locale);
