import type { MessageKind, Said, WordsOf } from './message.ts';
import type { Saying, Templates, Wording } from './template.ts';
import { en } from './templates/en.ts';
import { es } from './templates/es.ts';

const TEMPLATES: Readonly<Record<string, Templates>> = { en, es };

/** Languages that messages are written in; for every other, English. */
export const TEMPLATE_LANGUAGES: readonly string[] = Object.keys(TEMPLATES);

export interface Rendered extends Wording {
  /** BCP 47 tag of the language it is in. */
  readonly locale: string;
}

/** Who reads: the language they prefer, and the time zone of the environment that the message is about. */
export interface Reader { readonly locale: string; readonly timeZone: string }

/**
 * A message's words as one reader reads them. What people wrote is taken in the reader's own language where they wrote in
 * it, also where the template has to be English (EC 48985 asks for their words, not ours).
 */
export function render<K extends MessageKind>(kind: K, words: WordsOf[K], reader: Reader): Rendered {
  const locale = templateLocale(reader.locale);
  return { locale, ...TEMPLATES[locale]![kind](words, sayingOf(reader, locale)) };
}

/** "es-MX" reads Spanish. */
function templateLocale(locale: string): string {
  const language = baseOf(locale);
  return language in TEMPLATES ? language : 'en';
}

const baseOf = (tag: string): string => tag.split('-')[0]!.toLowerCase();

function sayingOf({ locale, timeZone }: Reader, written: string): Saying {
  const day = (at: Date, zone: string) => new Intl.DateTimeFormat(written, { dateStyle: 'full', timeZone: zone }).format(at);
  return {
    said: (said) => textFor(said, locale),
    // Spanish in the United States has twelve hours on its clock, as the pages do.
    moment: (at) => new Intl.DateTimeFormat(written === 'es' ? 'es-US' : written, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at).replaceAll('\u202F', ' '),
    day: (on) => (typeof on === 'string' ? day(new Date(`${on}T00:00:00Z`), 'UTC') : day(on, timeZone)),
  };
}

/** In the reader's language, the same language of another place, English, or whatever there is. */
function textFor(said: Said, locale: string): string {
  if (typeof said === 'string') return said;
  const tags = Object.keys(said).sort();
  const tag = [locale, ...tags.filter((each) => baseOf(each) === baseOf(locale)), 'en', ...tags].find((each) => said[each]?.trim());
  return tag === undefined ? '' : said[tag]!.trim();
}
