import { type FormEvent, useState } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import { LOCALES } from '../../i18n/locales.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';

export interface SetUp {
  schoolName: string;
  environmentName: string;
  slug: string;
  timeZone: string;
  requiredLocales: string[];
  givenName: string;
  familyName: string;
}

const TEXTS = ['schoolName', 'environmentName', 'slug', 'timeZone', 'givenName', 'familyName'] as const;
type TextKey = (typeof TEXTS)[number];

/** Short address of a name: small letters without accents, digits and hyphens. */
export const slugOf = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);

const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

export function SetUpForm({ busy, faultyField, onSubmit }: { busy: boolean; faultyField: string | null; onSubmit: (values: SetUp) => void }) {
  const core = useMessages();
  const say = useMessages('setUp');
  const locale = useLocale();
  const [values, setValues] = useState<SetUp>(() => ({
    schoolName: '', environmentName: '', slug: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, requiredLocales: ['en', ...(locale === 'en' ? [] : [locale])], givenName: '', familyName: '',
  }));
  const [faulty, setFaulty] = useState<TextKey[]>([]);
  const shown = [...new Set([...faulty, ...TEXTS.filter((key) => key === faultyField)])];
  const set = (key: TextKey, value: string) => setValues((old) => ({
    ...old, [key]: value, ...(key === 'environmentName' && old.slug === slugOf(old.environmentName) ? { slug: slugOf(value) } : {}),
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = TEXTS.filter((key) => (key === 'slug' ? slugOf(values.slug) !== values.slug || !values.slug : key === 'timeZone' ? !isTimeZone(values.timeZone) : !values[key].trim()));
    setFaulty(wrong);
    if (wrong.length === 0) onSubmit(values);
  };
  const toggle = (tag: string, on: boolean) => setValues((old) => ({ ...old, requiredLocales: on ? [...old.requiredLocales, tag] : old.requiredLocales.filter((other) => other !== tag) }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={5}>
        <ErrorSummary title={core('formFaults')} faults={shown.map((key) => ({ id: key, text: say(`setUp.${key}.fault`) }))} />
        {TEXTS.map((key) => (
          <TextField
            key={key} id={key} label={say(`setUp.${key}`)} hint={key === 'slug' || key === 'environmentName' || key === 'timeZone' ? say(`setUp.${key}.hint`) : undefined}
            error={shown.includes(key) ? say(`setUp.${key}.fault`) : undefined} value={values[key]} maxLength={120}
            onChange={(event) => set(key, event.target.value)}
            autoComplete={key === 'givenName' ? 'given-name' : key === 'familyName' ? 'family-name' : 'off'}
          />
        ))}
        <fieldset>
          <legend><strong>{say('setUp.languages')}</strong></legend>
          <p>{say('setUp.languages.hint')}</p>
          {Object.entries(LOCALES).map(([tag, name]) => (
            <Checkbox key={tag} label={<span lang={tag}>{name}</span>} checked={values.requiredLocales.includes(tag)} disabled={values.requiredLocales.length === 1 && values.requiredLocales[0] === tag} onChange={(on) => toggle(tag, on)} />
          ))}
        </fieldset>
        <Button type="submit" busy={busy} wide>{say('setUp.verb')}</Button>
      </Stack>
    </form>
  );
}
