import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import type { Texts } from './draft.ts';
import css from './Editor.module.css';

interface LocalizedFieldsProps {
  /** Of the first field; a fault links there. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: Texts;
  locales: readonly string[];
  required: readonly string[];
  onChange: (value: Texts) => void;
  long?: boolean;
  max: number;
  /** Said where an empty field is as it should be. */
  optional?: boolean;
}

/** The same words in every language, side by side, each marked until it is there. */
export function LocalizedFields({ id, label, hint, error, value, locales, required, onChange, long = false, max, optional = false }: LocalizedFieldsProps) {
  const staff = useMessages('staff');
  const locale = useLocale();
  const some = Object.values(value).some(text => text.trim());
  const Control = long ? TextArea : TextField;
  return (
    <div className={css['languages']} data-many={locales.length > 1 || undefined}>
      {locales.map((tag, at) => {
        const missing = required.includes(tag) && !value[tag]?.trim() && (!optional || some);
        return (
          <Control
            key={tag} id={at === 0 ? id : `${id}-${tag}`} lang={tag} maxLength={max} value={value[tag] ?? ''} error={at === 0 ? error : undefined}
            label={locales.length > 1 ? staff('editor.inLanguage', { label, language: languageName(tag, locale) }) : label}
            hint={<>{at === 0 && hint}{at === 0 && hint && ' '}{missing && <strong>{staff('editor.stillMissing')}</strong>}</>}
            onChange={event => onChange({ ...value, [tag]: event.target.value })}
          />
        );
      })}
    </div>
  );
}
