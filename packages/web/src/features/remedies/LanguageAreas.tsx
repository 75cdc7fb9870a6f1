import { useEffect, useId } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { TextArea } from '../../ui/Field.tsx';
import css from './Remedies.module.css';

export type Texts = Readonly<Record<string, string>>;

/** As the server takes it: what was left empty is not said. */
export const textsIn = (texts: Texts) => Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [{ locale, text: text.trim() }] : []));
export const textsOf = (texts: readonly { readonly locale: string; readonly text: string }[]): Texts => Object.fromEntries(texts.map(({ locale, text }) => [locale, text]));
/** Languages to write in: the required ones, or else the writer's own. */
export const localesOf = (required: readonly string[], own: string): readonly string[] => (required.length > 0 ? required : [own]);

const NONE: readonly string[] = [];

interface LanguageAreasProps {
  label: string;
  hint: string;
  locales: readonly string[];
  /** Languages in which it was found to be unsaid; the first of them gets the focus. */
  missing?: readonly string[];
  texts: Texts;
  onChange: (texts: Texts) => void;
}

/** One thing said in each language, side by side. */
export function LanguageAreas({ label, hint, locales, missing = NONE, texts, onChange }: LanguageAreasProps) {
  const say = useMessages('remedies');
  const locale = useLocale();
  const id = useId();
  const first = locales.find((tag) => missing.includes(tag));
  useEffect(() => {
    if (first !== undefined) document.getElementById(`${id}-${first}`)?.focus();
  }, [first, id, missing]);
  return (
    <div className={css[locales.length > 1 ? 'pair' : 'part']}>
      {locales.map((tag) => (
        <TextArea
          key={tag} id={`${id}-${tag}`} lang={tag} error={missing.includes(tag) && !texts[tag]?.trim() ? say('remedies.fault.unsaid') : undefined} maxLength={4000} hint={hint} label={locales.length > 1 ? say('remedies.inLanguage', { label, language: languageName(tag, locale) }) : label}
          value={texts[tag] ?? ''} onChange={(event) => onChange({ ...texts, [tag]: event.target.value })}
        />
      ))}
    </div>
  );
}
