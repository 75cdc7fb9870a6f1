import type { MinutesBlock, Texts } from './blocks.ts';
import { sentencesOf } from './sentences/written.ts';

/** Below amended minutes: by which motion, on which day, and in which words. */
export function amendmentBlock(motionId: string, number: number, day: string, text: Texts): MinutesBlock {
  const said = (locale: string) => {
    const shown = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
    return (sentencesOf(locale) ?? sentencesOf('en')!).amended(number, shown, text[locale] ?? '');
  };
  return { id: `amended:${number}`, kind: 'FACT', itemId: null, motionId, level: 0, lines: [], text: Object.fromEntries(Object.keys(text).map((locale) => [locale, said(locale)])) };
}
