import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import type { Text } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import css from './Rounds.module.css';

export type Texts = Readonly<Record<string, string>>;

export const textsOf = (texts: readonly Text[]): Texts => Object.fromEntries(texts.map(({ locale, text }) => [locale, text]));

/** As the server takes it: what was left empty is not said. */
export const inputOf = (texts: Texts): Text[] => Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [{ locale, text: text.trim() }] : []));

export interface Words { readonly title: Texts; readonly body: Texts }

interface WordsFieldsProps {
  words: Words;
  locales: readonly string[];
  /** Ids of the fields begin with this. */
  id: string;
  errors?: { readonly title?: string | undefined; readonly body?: string | undefined };
  onChange: (words: Words) => void;
}

/** A proposal's line and text, in each language side by side. */
export function WordsFields({ words, locales, id, errors = {}, onChange }: WordsFieldsProps) {
  const say = useMessages('rounds');
  const locale = useLocale();
  const named = (label: string, tag: string) => (locales.length > 1 ? say('rounds.edit.inLanguage', { label, language: languageName(tag, locale) }) : label);
  const side = (children: ReactNode) => <div className={css['languages']} data-many={locales.length > 1 || undefined}>{children}</div>;
  return (
    <>
      {side(locales.map((tag, at) => (
        <TextField
          key={tag} id={at === 0 ? `${id}-title` : undefined} lang={tag} maxLength={300} label={named(say('rounds.edit.field.title'), tag)} hint={at === 0 && say('rounds.edit.field.titleHint')}
          error={at === 0 ? errors.title : undefined} value={words.title[tag] ?? ''} onChange={(event) => onChange({ ...words, title: { ...words.title, [tag]: event.target.value } })}
        />
      )))}
      {side(locales.map((tag, at) => (
        <TextArea
          key={tag} id={at === 0 ? `${id}-body` : undefined} lang={tag} maxLength={4000} rows={7} label={named(say('rounds.edit.field.body'), tag)} hint={at === 0 && say('rounds.edit.field.bodyHint')}
          error={at === 0 ? errors.body : undefined} value={words.body[tag] ?? ''} onChange={(event) => onChange({ ...words, body: { ...words.body, [tag]: event.target.value } })}
        />
      )))}
    </>
  );
}
