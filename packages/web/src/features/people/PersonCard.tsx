import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { MarkPersonLeftDocument, PersonDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useAct } from '../../shell/use-act.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Section, Stack } from '../../ui/Page.tsx';
import css from './People.module.css';
import type { Keeper, PersonRecord } from './person-record.ts';
import { PersonContact } from './PersonContact.tsx';
import { PersonSlips } from './PersonSlips.tsx';
import { PersonStanding } from './PersonStanding.tsx';
import { usePeopleRules } from './use-people-rules.ts';

/** All that the register says about one person, and what those who keep it may change. */
export function PersonCard({ id, keeper }: { id: string; keeper: Keeper }) {
  const result = useQuery(PersonDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ person }) => (person ? <Record person={person} keeper={keeper} /> : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch()} />)}
    </Loaded>
  );
}

function Record({ person, keeper }: { person: PersonRecord; keeper: Keeper }) {
  const say = useMessages();
  const staff = useMessages('staff');
  // Whoever makes a slip for somebody can sign in as them: so only administrators manage people with a role.
  const manages = keeper.administers || person.roles.length === 0;
  return (
    <Page
      title={person.displayName}
      over={<><Link href="/people">{staff('people.title')}</Link>{!person.active && <Badge kind="warn">{staff('person.hasLeft')}</Badge>}</>}
      lead={person.constituencies.map(each => say(`constituency.${each}`)).join(', ')}
    >
      {!manages && <Notice>{staff('person.onlyAdministrators')}</Notice>}
      <PersonStanding key={`standing-${person.active}`} person={person} manages={manages && person.active} administers={keeper.administers && person.active} />
      <PersonContact key={`contact-${person.active}`} person={person} manages={manages && person.active} />
      <Section title={staff('person.family')}>
        <Family title={staff('person.guardians')} people={person.guardians} />
        <Family title={staff('person.students')} people={person.students} />
        {person.guardians.length + person.students.length === 0 && <p className={css['note']}>{staff('person.noFamily')}</p>}
      </Section>
      {keeper.makesSlips && <PersonSlips person={person} manages={manages && person.active} timeZone={keeper.timeZone} />}
      {manages && person.active && <Leave person={person} />}
    </Page>
  );
}

function Family({ title, people }: { title: string; people: readonly { id: string; displayName: string }[] }) {
  if (people.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>{people.map(each => <li key={each.id} className={css['line']}><Link href={`/people/${each.id}`}>{each.displayName}</Link></li>)}</ul>
    </div>
  );
}

function Leave({ person }: { person: PersonRecord }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const [asking, ask] = useState(false);
  const [markLeft] = useMutation(MarkPersonLeftDocument);
  const rules = usePeopleRules();
  const act = useAct(() => markLeft({ variables: { id: person.id } }), staff('person.markedLeft', { name: person.displayName }));
  return (
    <Section title={staff('person.leave')}>
      <p>{staff('person.leaveExplain')}</p>
      <div><Button kind="danger" onClick={() => ask(true)}>{staff('person.markLeft')}</Button></div>
      <Dialog
        open={asking} title={staff('person.leaveAsk', { name: person.displayName })} onClose={() => { ask(false); act.forget(); }} closeLabel={say('cancel')}
        actions={<Button kind="danger" busy={act.busy} onClick={() => void act.run().then(done => done && ask(false))}>{staff('person.markLeft')}</Button>}
      >
        <Stack><p>{staff('person.leaveExplain')}</p><FaultNotice fault={act.fault} rules={rules} /></Stack>
      </Dialog>
    </Section>
  );
}
