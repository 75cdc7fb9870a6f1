import { useLocale } from './locale-store.ts';

export interface Text {
  readonly locale: string;
  readonly text: string;
}

/** The version of a text a reader gets: their language, else the first one written. */
export function pickText<T extends Text>(texts: readonly T[], locale: string): T | undefined {
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  return texts.find((text) => text.locale === locale) ?? texts.find((text) => language(text.locale) === language(locale)) ?? texts[0];
}

/** Words people wrote, marked with their language where it is not the page's, so that they are read aloud rightly. */
export function LocalText({ of }: { of: readonly Text[] }) {
  const locale = useLocale();
  const text = pickText(of, locale);
  if (!text) return null;
  return text.locale === locale ? text.text : <span lang={text.locale}>{text.text}</span>;
}

export function usePickText(): (texts: readonly Text[]) => string {
  const locale = useLocale();
  return (texts) => pickText(texts, locale)?.text ?? '';
}
