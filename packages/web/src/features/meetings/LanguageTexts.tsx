import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import css from './Meetings.module.css';
import type { Fault, Texts } from './meeting.ts';
import { useFaultWords } from './words.ts';

interface LanguageTextsProps {
  /** Each language's field is called by it and its tag. */
  id: string;
  label: string;
  hint: string;
  fault: Fault | undefined;
  locales: readonly string[];
  texts: Texts;
  most: number;
  /** Several lines. */
  long?: boolean;
  onChange: (texts: Texts) => void;
}

/** One thing said in each language, side by side; a fault stands at the language it is about. */
export function LanguageTexts({ id, label, hint, fault, locales, texts, most, long = false, onChange }: LanguageTextsProps) {
  const say = useMessages('meetings');
  const faultWords = useFaultWords();
  const locale = useLocale();
  const Written = long ? TextArea : TextField;
  const faulty = fault && (fault.about.find((tag) => locales.includes(tag)) ?? locales[0]);
  return (
    <div className={locales.length > 1 ? css['pair'] : css['part']}>
      {locales.map((tag, at) => (
        <Written
          key={tag} id={`${id}-${tag}`} lang={tag} maxLength={most} label={locales.length > 1 ? say('meetings.inLanguage', { label, language: languageName(tag, locale) }) : label}
          hint={at === 0 && hint} error={fault && tag === faulty ? faultWords(fault) : undefined} value={texts[tag] ?? ''}
          onChange={(event: { target: { value: string } }) => onChange({ ...texts, [tag]: event.target.value })}
        />
      ))}
    </div>
  );
}
