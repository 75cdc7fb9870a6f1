import { use } from 'react';
import type { Catalogs } from '../gql/messages.ts';
import { catalog, type CatalogName } from './catalogs.ts';
import { useLocale } from './locale-store.ts';
import type { Locale } from './locales.ts';

export type Key<Name extends CatalogName> = keyof Catalogs[Name] & string;
type Rest<Args> = Args extends undefined ? [] : [args: Args];
/** Says one message: `say('key')`, or `say('key', { count })` where it has arguments. */
export type Say<Name extends CatalogName> = <K extends Key<Name>>(key: K, ...args: Rest<Catalogs[Name][K]>) => string;

/** The messages of the current language; waits (suspends) while a catalog is on its way. */
export function useMessages<Name extends CatalogName = 'core'>(name: Name = 'core' as Name): Say<Name> {
  return useMessagesIn(name, useLocale());
}

/** The same in a language of one's own, for what is printed for others. */
export function useMessagesIn<Name extends CatalogName>(name: Name, locale: Locale): Say<Name> {
  // Always `use`, loaded or not: a render resumed after the wait must meet the same hooks as the one that began it.
  const compiled = use(catalog(name, locale));
  // Spanish hours end with a period of their own (5:00 p.m.), and a sentence has one.
  return (key, ...args) => (compiled[key]?.(args[0] as object | undefined) ?? key).replace(/\.\.(?= |$)/g, '.');
}
