import { locale } from './locale-store.ts';
import type { Say } from './use-messages.ts';

/** Things people wrote, quoted, as one phrase. */
export function headline(names: readonly string[], say: Say<'core'>): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names.map((name) => say('quoted', { name })));
}

/** Several names as one phrase, the way the language joins them. */
export const joined = (names: readonly string[]): string => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
