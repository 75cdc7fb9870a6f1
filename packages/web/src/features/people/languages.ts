/** The languages of the schools this is built for; a roster may bring others. */
export const LANGUAGES = ['en', 'es', 'hy', 'ko', 'tl', 'zh-Hans', 'vi', 'ru', 'ar', 'fa'] as const;

export function languageName(tag: string, inLocale: string): string {
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // not a language tag
  }
}
