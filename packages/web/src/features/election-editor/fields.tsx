import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { instant, type WallTime } from '../../lib/zoned.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import css from './ElectionEditor.module.css';
import type { Texts } from './form.ts';

interface LanguagesProps { id: string; label: string; hint?: ReactNode; error: string | undefined; value: Texts; locales: readonly string[]; max: number; long?: boolean; optional?: boolean; onChange: (value: Texts) => void }

/** The same words in every required language, each marked until it is there. */
export function Languages({ id, label, hint, error, value, locales, max, long = false, optional = false, onChange }: LanguagesProps) {
  const say = useMessages('elections');
  const locale = useLocale();
  const some = Object.values(value).some((text) => text.trim());
  const Control = long ? TextArea : TextField;
  return (
    <div className={css['languages']} data-many={locales.length > 1 || undefined}>
      {locales.map((tag, at) => (
        <Control
          key={tag} id={at === 0 ? id : `${id}-${tag}`} lang={tag} maxLength={max} value={value[tag] ?? ''} error={at === 0 ? error : undefined}
          label={locales.length > 1 ? say('edit.inLanguage', { label, language: languageName(tag, locale) }) : label}
          hint={<>{at === 0 && hint}{at === 0 && hint && ' '}{!value[tag]?.trim() && (!optional || some) && <strong>{say('edit.stillMissing')}</strong>}</>}
          onChange={(event) => onChange({ ...value, [tag]: event.target.value })}
        />
      ))}
    </div>
  );
}

interface MomentProps { id: string; what: string; value: WallTime; timeZone: string; error: string | undefined; onChange: (value: WallTime) => void }

/** A day and a time by the clock on the school's wall, said again in words. */
export function Moment({ id, what, value, timeZone, error, onChange }: MomentProps) {
  const say = useMessages('elections');
  const dates = useDates(timeZone);
  const at = instant(value, timeZone);
  return (
    <div>
      <div className={css['moment']}>
        <TextField id={id} type="date" label={say('edit.day', { what })} error={error} value={value.date} onChange={(event) => onChange({ ...value, date: event.target.value })} />
        <TextField type="time" label={say('edit.time', { what })} value={value.time} onChange={(event) => onChange({ ...value, time: event.target.value })} />
      </div>
      <p aria-live="polite">{at ? <strong>{dates.dayTime(at)}</strong> : <span className={css['note']}>{say('edit.noDate')}</span>}</p>
    </div>
  );
}

export function NumberField({ id, label, hint, error, value, onChange }: { id: string; label: string; hint?: ReactNode; error: string | undefined; value: number; onChange: (value: number) => void }) {
  return <TextField id={id} type="number" inputMode="numeric" min={0} label={label} hint={hint} error={error} value={Number.isNaN(value) ? '' : value} onChange={(event) => onChange(event.target.valueAsNumber)} />;
}
