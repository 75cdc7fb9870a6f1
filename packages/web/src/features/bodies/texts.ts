import type { Text } from '../../i18n/LocalText.tsx';

export type Texts = Readonly<Record<string, string>>;

export const textsOf = (texts: readonly Text[]): Texts => Object.fromEntries(texts.map(({ locale, text }) => [locale, text]));

/** As the server takes it: what was left empty is not said. */
export const textsIn = (texts: Texts): Text[] => Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [{ locale, text: text.trim() }] : []));

/** The languages to write in: those that are required, else the writer's own, and those that are written in already. */
export const localesOf = (required: readonly string[], own: string, ...written: readonly Texts[]): string[] => [...new Set([...(required.length ? required : [own]), ...written.flatMap((each) => Object.keys(each))])];

/** A whole number as written; what is none lies outside of every range, and the server says so. */
export const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : -1);
