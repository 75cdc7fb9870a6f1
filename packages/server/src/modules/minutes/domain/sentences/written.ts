import { en } from './en.ts';
import { es } from './es.ts';
import type { Sentences } from './sentences.ts';

const WRITTEN: readonly Sentences[] = [en, es];

/** The sentences of a language, by its first subtag; null: minutes are not written in it by themselves. */
export function sentencesOf(locale: string): Sentences | null {
  const base = locale.toLowerCase().split('-')[0];
  return WRITTEN.find((each) => each.locale === base) ?? null;
}
