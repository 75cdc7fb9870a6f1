import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import css from './Bodies.module.css';
import type { Texts } from './texts.ts';

interface LanguageTextsProps {
  id: string;
  label: string;
  hint: string;
  error: string | undefined;
  locales: readonly string[];
  texts: Texts;
  most: number;
  /** Several lines. */
  long?: boolean;
  /** Under one another, also where there is room. */
  stacked?: boolean;
  onChange: (texts: Texts) => void;
}

/** One thing said in each language, side by side. */
export function LanguageTexts({ id, label, hint, error, locales, texts, most, long = false, stacked = false, onChange }: LanguageTextsProps) {
  const say = useMessages('bodies');
  const locale = useLocale();
  const Written = long ? TextArea : TextField;
  return (
    <div className={locales.length > 1 && !stacked ? css['pair'] : css['part']}>
      {locales.map((tag, at) => (
        <Written
          key={tag} id={at === 0 ? id : undefined} lang={tag} maxLength={most} label={locales.length > 1 ? say('bodies.edit.inLanguage', { label, language: languageName(tag, locale) }) : label}
          hint={at === 0 && hint} error={at === 0 ? error : undefined} value={texts[tag] ?? ''} onChange={(event: { target: { value: string } }) => onChange({ ...texts, [tag]: event.target.value })}
        />
      ))}
    </div>
  );
}
