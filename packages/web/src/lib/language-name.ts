/** The languages of the schools this is built for; a roster may bring others. */
export const LANGUAGES = ['en', 'es', 'hy', 'ko', 'tl', 'zh-Hans', 'vi', 'ru', 'ar', 'fa'] as const;

/** A language's name in another language; what is no language tag stands for itself, since a roster may hold anything. */
export function languageName(tag: string, inLocale: string): string {
  try {
    return new Intl.DisplayNames([inLocale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
