import { useSyncExternalStore } from 'react';
import { catalog } from './catalogs.ts';
import { chooseLocale, type Locale } from './locales.ts';

const KEY = 'plenary.locale';
/** Language of the person signed in, as the register has it; gone when they sign out. */
const READER = 'plenary.locale.reader';
/** Language of the link this tab was opened with; the next letter carries its own. */
const LINK = 'plenary.locale.link';
const listeners = new Set<() => void>();
let current: Locale = 'en';

export const locale = (): Locale => current;

/** Shows the pages in a language, once its words are here; remembered on this device when the person chose it. */
export async function setLocale(next: Locale, remember = true): Promise<void> {
  await catalog('core', next);
  current = next;
  if (remember) {
    keep(KEY, next);
    keepLink(null);
    // The link's wish would win again at the next reload.
    const url = new URL(location.href);
    url.searchParams.delete('lang');
    history.replaceState(history.state, '', url);
  }
  document.documentElement.lang = next;
  document.documentElement.dir = new Intl.Locale(next).maximize().script === 'Arab' ? 'rtl' : 'ltr';
  for (const listener of listeners) listener();
}

const asked = () => new URLSearchParams(location.search).get('lang');

/**
 * The language the pages start in, known before its words are here: a link may name one (`?lang=es`, as the letters
 * do), for this tab alone; then what was chosen here; then that of whoever is signed in; then the browser's wishes.
 */
export const firstLocale = (): Locale => chooseLocale([asked(), link(), kept(KEY), kept(READER), ...navigator.languages]);

export function startLocale(): Promise<void> {
  const wish = asked();
  if (wish !== null) keepLink(chooseLocale([wish, ...navigator.languages]));
  return setLocale(firstLocale(), false);
}

/**
 * Speaks the language of the person who has just signed in, now and after a reload, unless another was chosen on this
 * device by hand. Whoever came by a letter's link came with a language: on their tab the device's choice waits.
 */
export async function readAs(theirs: string, remember: boolean): Promise<void> {
  const next = chooseLocale([theirs, ...navigator.languages]);
  keep(READER, remember ? next : null);
  const came = link() !== null;
  if (came) keepLink(next);
  if (came || kept(KEY) === null) await setLocale(next, false);
}

/** The next person on this device may read another language. */
export function forgetReader(): void {
  keep(READER, null);
  keepLink(null);
}


const link = () => kept(LINK, () => sessionStorage);
const keepLink = (value: Locale | null) => keep(LINK, value, () => sessionStorage);

function kept(key: string, place = () => localStorage): string | null {
  try {
    return place().getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: Locale | null, place = () => localStorage): void {
  try {
    if (value === null) place().removeItem(key);
    else place().setItem(key, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, locale);
