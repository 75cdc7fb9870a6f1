import { useState } from 'react';
import { faultField } from '../../apollo/faults.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LANGUAGES, languageName } from '../../lib/language-name.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import css from './People.module.css';
import { usePeopleRules } from './use-people-rules.ts';

export interface PersonValues {
  givenName: string;
  familyName: string;
  locale: string;
  email: string;
  phone: string;
}

type Field = keyof PersonValues;
export type PersonForm = ReturnType<typeof usePersonForm>;

/** The values of the form about a person, and what is wrong with them once somebody tried to save. */
export function usePersonForm(start: PersonValues) {
  const [values, setValues] = useState(start);
  const [tried, setTried] = useState(false);
  const wrong = (['givenName', 'familyName', 'email', 'phone'] as const).filter(field => faulty(field, values[field].trim()));
  return {
    values,
    wrong: tried ? wrong : [],
    set: (field: Field, value: string) => setValues(before => ({ ...before, [field]: value })),
    check: () => {
      setTried(true);
      return wrong.length === 0;
    },
    input: () => ({ givenName: values.givenName.trim(), familyName: values.familyName.trim(), locale: values.locale, email: values.email.trim() || null, phone: values.phone.trim() || null }),
  };
}

function faulty(field: Field, value: string): boolean {
  if (field === 'email') return value !== '' && !/^\S+@\S+\.\S+$/.test(value);
  if (field === 'phone') return value !== '' && !/^[+\d][\d ().\-x]{4,31}$/.test(value);
  return value === '';
}

export function PersonFields({ form, fault }: { form: PersonForm; fault: unknown }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const locale = useLocale();
  const rules = usePeopleRules();
  const refused = faultField(fault)?.split('.').at(-1);
  const error = (field: Field) => (form.wrong.some(each => each === field) || refused === field ? staff(`person.wrong.${field}`) : undefined);
  const known = LANGUAGES.some(each => each === form.values.locale) ? LANGUAGES : [form.values.locale, ...LANGUAGES];
  const text = (field: Exclude<Field, 'locale'>, rest: { type?: string; autoComplete?: string } = {}) => (
    <TextField id={`person-${field}`} label={staff(`person.${field}`)} value={form.values[field]} error={error(field)} onChange={event => form.set(field, event.target.value)} autoComplete="off" {...rest} />
  );
  return (
    <>
      <ErrorSummary title={say('formFaults')} faults={form.wrong.map(field => ({ id: `person-${field}`, text: staff(`person.wrong.${field}`) }))} />
      <FaultNotice fault={fault} rules={rules} />
      <div className={css['form']}>
        {text('givenName')}
        {text('familyName')}
        {text('email', { type: 'email' })}
        {text('phone', { type: 'tel' })}
        <Select id="person-locale" label={staff('person.language')} hint={staff('person.languageHint')} value={form.values.locale} onChange={event => form.set('locale', event.target.value)}>
          {known.map(each => <option key={each} value={each}>{languageName(each, locale)}</option>)}
        </Select>
      </div>
    </>
  );
}
