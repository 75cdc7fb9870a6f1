import { useSyncExternalStore } from 'react';
import { catalog } from './catalogs.ts';
import { chooseLocale, type Locale } from './locales.ts';

const KEY = 'plenary.locale';
/** Language of the person signed in, as the register has it; gone when they sign out. */
const READER = 'plenary.locale.reader';
const listeners = new Set<() => void>();
let current: Locale = 'en';

export const locale = (): Locale => current;

/** Shows the pages in a language, once its words are here; remembered on this device when the person chose it. */
export async function setLocale(next: Locale, remember = true): Promise<void> {
  await catalog('core', next);
  current = next;
  if (remember) keep(KEY, next);
  document.documentElement.lang = next;
  document.documentElement.dir = new Intl.Locale(next).maximize().script === 'Arab' ? 'rtl' : 'ltr';
  for (const listener of listeners) listener();
}

/**
 * A link may name the language (`?lang=es`, as the letters do); then what was chosen here; then the language of
 * whoever is signed in; then the browser's wishes.
 */
export function startLocale(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  return setLocale(chooseLocale([asked, kept(KEY), kept(READER), ...navigator.languages]), asked !== null);
}

/** Speaks the language of the person who has just signed in, now and after a reload, unless another was chosen on this device. */
export async function readAs(theirs: string, remember: boolean): Promise<void> {
  const next = chooseLocale([theirs, ...navigator.languages]);
  keep(READER, remember ? next : null);
  if (kept(KEY) === null) await setLocale(next, false);
}

/** The next person on this device may read another language. */
export const forgetReader = (): void => keep(READER, null);

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: Locale | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, locale);
