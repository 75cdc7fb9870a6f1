/** Languages the pages are complete in, each by its own name. */
export const LOCALES = { en: 'English', es: 'Español' } as const;
export type Locale = keyof typeof LOCALES;

/** How a language writes dates and numbers here: Spanish in the United States has twelve hours on its clock, as the school's papers do. */
export const dated = (locale: string): string => (locale === 'es' ? 'es-US' : locale);

export const isLocale = (value: string | null | undefined): value is Locale => value != null && Object.hasOwn(LOCALES, value);

/** The first language in order of wish that there is a catalog for; English otherwise. */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split('-')[0];
    if (isLocale(language)) return language;
  }
  return 'en';
}
