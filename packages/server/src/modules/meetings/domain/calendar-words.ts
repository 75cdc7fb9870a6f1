/** What a calendar says around a meeting's own words, in the languages that the pages are complete in. */
export interface CalendarWords {
  readonly cancelled: (title: string) => string;
  readonly draft: (title: string) => string;
  readonly why: (reason: string) => string;
  readonly agenda: string;
  readonly interpreted: (languages: string) => string;
  readonly childcare: string;
  readonly online: string;
  readonly more: (address: string) => string;
  readonly own: string;
}

const en: CalendarWords = {
  cancelled: (title) => `Canceled: ${title}`,
  draft: (title) => `Draft: ${title}`,
  why: (reason) => `Why: ${reason}`,
  agenda: 'Agenda',
  interpreted: (languages) => `With interpretation into ${languages}.`,
  childcare: 'Children are looked after during the meeting.',
  online: 'Take part online',
  more: (address) => `Everything about it: ${address}`,
  own: 'Meetings at school',
};

const es: CalendarWords = {
  cancelled: (title) => `Cancelada: ${title}`,
  draft: (title) => `Borrador: ${title}`,
  why: (reason) => `Motivo: ${reason}`,
  agenda: 'Agenda',
  interpreted: (languages) => `Con interpretación en: ${languages}.`,
  childcare: 'Habrá quien cuide a los niños durante la reunión.',
  online: 'Participar en línea',
  more: (address) => `Todo sobre la reunión: ${address}`,
  own: 'Reuniones en la escuela',
};

const WORDS: Readonly<Record<string, CalendarWords>> = { en, es };

export interface CalendarLanguage {
  /** In which a meeting's own words are wished. */
  readonly wish: string;
  /** In which the words around them are. */
  readonly lang: string;
  readonly words: CalendarWords;
}

/** The first wish; the words around in the first that there are words in, in English otherwise, as on the pages. */
export function calendarLanguage(wishes: readonly string[]): CalendarLanguage {
  const lang = wishes.map((each) => each.toLowerCase().split('-')[0]!).find((each) => Object.hasOwn(WORDS, each)) ?? 'en';
  return { wish: wishes[0] ?? lang, lang, words: WORDS[lang]! };
}
