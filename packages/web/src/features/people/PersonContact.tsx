import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { UpdatePersonDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { useAct } from '../../shell/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Row, Section } from '../../ui/Page.tsx';
import css from './People.module.css';
import type { PersonRecord } from './person-record.ts';
import { PersonFields, usePersonForm } from './PersonFields.tsx';

/** Name, language and contact: read first, changed on request. */
export function PersonContact({ person, manages }: { person: PersonRecord; manages: boolean }) {
  const staff = useMessages('staff');
  const [editing, edit] = useState(false);
  return (
    <Section title={staff('person.contact')} action={manages && !editing && <Button kind="quiet" onClick={() => edit(true)}>{staff('person.change')}</Button>}>
      {editing ? <ContactForm person={person} onDone={() => edit(false)} /> : <ContactFacts person={person} />}
    </Section>
  );
}

function ContactFacts({ person }: { person: PersonRecord }) {
  const staff = useMessages('staff');
  const locale = useLocale();
  const student = person.constituencies.includes('STUDENT');
  const rows: [string, string | null][] = [
    [staff('person.language'), languageName(person.locale, locale)],
    ...(student || person.grade !== null ? [[staff('people.grade'), person.grade] satisfies [string, string | null]] : []),
    [staff('person.email'), person.email],
    [staff('person.phone'), person.phone],
    ...(student ? [[staff('person.englishLearner'), staff(person.englishLearner ? 'yes' : 'no')] satisfies [string, string]] : []),
  ];
  return <dl className={css['facts']}>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value ?? '—'}</dd></div>)}</dl>;
}

function ContactForm({ person, onDone }: { person: PersonRecord; onDone: () => void }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const [save] = useMutation(UpdatePersonDocument);
  const form = usePersonForm({ givenName: person.givenName, familyName: person.familyName, locale: person.locale, email: person.email ?? '', phone: person.phone ?? '' });
  const [englishLearner, setLearner] = useState(person.englishLearner);
  const student = person.constituencies.includes('STUDENT');
  const act = useAct(() => save({ variables: { input: { id: person.id, ...form.input(), ...(student && { englishLearner }) } } }), staff('person.saved'));
  return (
    <form noValidate onSubmit={event => { event.preventDefault(); if (form.check()) void act.run().then(done => done && onDone()); }}>
      <PersonFields form={form} fault={act.fault} />
      {student && <Checkbox label={staff('person.englishLearner')} checked={englishLearner} onChange={setLearner} />}
      <Row>
        <Button type="submit" busy={act.busy}>{say('save')}</Button>
        <Button kind="quiet" onClick={onDone}>{say('cancel')}</Button>
      </Row>
    </form>
  );
}
