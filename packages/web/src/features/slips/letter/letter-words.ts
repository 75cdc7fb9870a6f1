import { dated, isLocale, type Locale } from '../../../i18n/locales.ts';

/**
 * The words of a letter. They follow the family's language, not the clerk's, and several languages
 * meet in one print run: so they are not part of the page's catalog.
 */
export interface LetterWords {
  readonly title: string;
  readonly envelope: (envelope: number, letter: number, letters: number) => string;
  readonly forPerson: string;
  readonly what: (school: string) => string;
  readonly how: string;
  readonly steps: (address: string) => readonly string[];
  readonly code: string;
  readonly keep: string;
  readonly rules: (expires: string) => readonly string[];
  readonly count: (letter: number, letters: number) => string;
  /** Only where the letter is not in the family's own language. */
  readonly otherLanguage: (language: string) => string;
  readonly nameByHand: string;
}

const en: LetterWords = {
  title: 'Your access slip',
  envelope: (envelope, letter, letters) => `Envelope ${envelope} · letter ${letter} of ${letters}`,
  forPerson: 'This letter is for',
  what: school => `With this letter you sign in to Plenary. There the families, students and staff of ${school} vote and decide together.`,
  how: 'How to sign in',
  steps: address => ['Point the camera of a phone at the square.', 'Open the link.', 'Press the button to sign in.', `No camera? Go to ${address} and type the code.`],
  code: 'Your code',
  keep: 'Keep this letter safe',
  rules: expires => [
    'Whoever holds this letter can sign in as you and vote for you. Do not show it to others. Do not post a photo of it.',
    'Each person has a letter of their own. This one works for you only.',
    `You can use it many times, on any phone or computer, until ${expires}.`,
    'Is it lost, or did somebody see it? Tell the school office. They stop it and print a new one.',
  ],
  count: (letter, letters) => `Letter ${letter} of ${letters}. The code was made in the school office. Plenary does not keep it.`,
  otherLanguage: language => `We do not have this letter in your language yet (${language}). The school office can read it to you.`,
  nameByHand: 'Name, written by the school office',
};

const es: LetterWords = {
  title: 'Su clave de acceso',
  envelope: (envelope, letter, letters) => `Sobre ${envelope} · carta ${letter} de ${letters}`,
  forPerson: 'Esta carta es para',
  what: school => `Con esta carta usted entra a Plenary. Allí las familias, los estudiantes y el personal de ${school} votan y deciden juntos.`,
  how: 'Cómo entrar',
  steps: address => ['Apunte la cámara de un teléfono al cuadro.', 'Abra el enlace.', 'Presione el botón para entrar.', `¿No tiene cámara? Vaya a ${address} y escriba la clave.`],
  code: 'Su clave',
  keep: 'Guarde bien esta carta',
  rules: expires => [
    'Quien tenga esta carta puede entrar como usted y votar por usted. No la muestre a otras personas. No publique una foto de ella.',
    'Cada persona tiene su propia carta. Esta sirve solo para usted.',
    `Puede usarla muchas veces, en cualquier teléfono o computadora, hasta el ${expires}.`,
    '¿La perdió, o alguien la vio? Avise a la oficina de la escuela. Allí la anulan y le imprimen otra.',
  ],
  count: (letter, letters) => `Carta ${letter} de ${letters}. La clave se hizo en la oficina de la escuela. Plenary no la guarda.`,
  otherLanguage: language => `Todavía no tenemos esta carta en su idioma (${language}). En la oficina de la escuela se la pueden leer.`,
  nameByHand: 'Nombre, escrito por la oficina de la escuela',
};

const WORDS: Readonly<Record<string, LetterWords>> = { en, es };

export interface LetterLanguage {
  readonly locale: string;
  readonly words: LetterWords;
  /** The family's language in its own name, when there is no letter in it yet. */
  readonly missing: string | null;
  /** What the letter's link names, so that the page speaks the letter's language; null leaves it to the phone. */
  readonly link: Locale | null;
}

/** The family's language where there are words for it, else English and the language's own name. */
export function letterLanguage(locale: string): LetterLanguage {
  const language = locale.split('-')[0]!.toLowerCase();
  const words = WORDS[language];
  if (words) return { locale, words, missing: null, link: isLocale(language) ? language : null };
  return { locale: 'en', words: en, missing: ownName(locale), link: null };
}

/** Browsers do not all know every language's own name; these are the ones the schools print most. */
const OWN_NAMES: Readonly<Record<string, string>> = { ar: 'العربية', fa: 'فارسی', hy: 'հայերեն', ko: '한국어', ru: 'русский', tl: 'Tagalog', vi: 'Tiếng Việt', zh: '中文' };

function ownName(locale: string): string {
  try {
    return OWN_NAMES[locale.split('-')[0]!.toLowerCase()] ?? new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale; // not a language tag: a roster may hold anything
  }
}

/** The last day of a slip, with its weekday, in the school's time zone. */
export const lastDay = (expiresAt: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(dated(locale), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone }).format(new Date(expiresAt));
