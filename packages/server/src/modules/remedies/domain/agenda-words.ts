import type { RemedyLaw } from './demand.ts';
import { SOURCE } from './demand.ts';
import { type Texts, shortened } from './wording.ts';

/** Words of an item that comes on an agenda by itself, in each language the house speaks. */
export interface ItemWords {
  readonly title: Texts;
  readonly description: Texts;
  readonly rationale: Texts;
}

const LOCALES = ['en', 'es'] as const;
type Locale = (typeof LOCALES)[number];
const LONGEST_TITLE = 200;

const day = (date: string, locale: Locale): string => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

/** In the language, or else in the one it was written in. */
export const inLocale = (texts: Texts, locale: string): string => texts[locale] ?? Object.values(texts)[0] ?? '';

const each = (say: (locale: Locale) => string): Texts => Object.fromEntries(LOCALES.map((locale) => [locale, say(locale)]));

const RECONSIDER: Readonly<Record<Locale, { title(item: string): string; description(acted: string, demanded: string): string; rationale(source: string): string }>> = {
  en: {
    title: (item) => `Reconsider: ${item}`,
    description: (acted, demanded) => `On ${demanded} somebody demanded that the body reconsider what it did about this item on ${acted}. The public is heard first; then the body reconsiders, or stands by what it did.`,
    rationale: (source) => `Families rely on what is decided in the open, with everybody heard (${source}).`,
  },
  es: {
    title: (item) => `Reconsiderar: ${item}`,
    description: (acted, demanded) => `El ${demanded} alguien exigió que el órgano reconsidere lo que hizo sobre este punto el ${acted}. Primero se escucha al público; después el órgano reconsidera, o mantiene lo que hizo.`,
    rationale: (source) => `Las familias confían en lo que se decide en público, después de escuchar a todas las personas (${source}).`,
  },
};

/** A demand as an item of the next agenda, where public comment comes first (EC 35147; rule 27). */
export const demandedWords = ({ item, actedOn, demandedOn, law }: { readonly item: Texts; readonly actedOn: string; readonly demandedOn: string; readonly law: RemedyLaw }): ItemWords => ({
  title: each((locale) => shortened(RECONSIDER[locale].title(inLocale(item, locale)), LONGEST_TITLE)),
  description: each((locale) => RECONSIDER[locale].description(day(actedOn, locale), day(demandedOn, locale))),
  rationale: each((locale) => RECONSIDER[locale].rationale(SOURCE[law])),
});

const RECOMMENDED: Readonly<Record<Locale, { title(title: string, body: string): string; rationale(body: string, due: string): string }>> = {
  en: { title: (title, body) => `Recommendation of ${body}: ${title}`, rationale: (body, due) => `${body} is owed a written answer by ${due}.` },
  es: { title: (title, body) => `Recomendación de ${body}: ${title}`, rationale: (body, due) => `Se debe una respuesta por escrito a ${body} a más tardar el ${due}.` },
};

/** A recommendation as an item of the deciding body's next agenda, in the words in which it was adopted. */
export const recommendedWords = ({ title, text, rationale, body, due }: { readonly title: Texts; readonly text: Texts; readonly rationale: Texts; readonly body: Texts; readonly due: string }): ItemWords => ({
  title: each((locale) => shortened(RECOMMENDED[locale].title(inLocale(title, locale), inLocale(body, locale)), LONGEST_TITLE)),
  description: text,
  rationale: each((locale) => rationale[locale] ?? RECOMMENDED[locale].rationale(inLocale(body, locale), day(due, locale))),
});

const SUGGESTED: Readonly<Record<Locale, { title(words: string): string; rationale(suggested: string): string }>> = {
  en: { title: (words) => `Suggestion: ${words}`, rationale: (suggested) => `Somebody of the school's community suggested it on ${suggested}.` },
  es: { title: (words) => `Sugerencia: ${words}`, rationale: (suggested) => `Alguien de la comunidad escolar lo sugirió el ${suggested}.` },
};
const EXCERPT = 120;

/** A suggestion as an item of the advisory body's next agenda: the original in its own language, and what it was translated into. */
export const suggestedWords = ({ locale: original, words, translations, suggestedOn }: { readonly locale: string; readonly words: string; readonly translations: Texts; readonly suggestedOn: string }): ItemWords => {
  const texts: Texts = { [original]: words, ...translations };
  return {
    title: each((locale) => SUGGESTED[locale].title(shortened(inLocale(texts, locale).replaceAll(/\s+/g, ' ').replace(/\.$/, ''), EXCERPT))),
    description: texts,
    rationale: each((locale) => SUGGESTED[locale].rationale(day(suggestedOn, locale))),
  };
};
