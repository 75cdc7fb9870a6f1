import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AddPersonDocument, type Constituency } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useAct } from '../../shell/use-act.ts';
import { toast } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { MEMBERSHIPS } from './groups.ts';
import { PersonFields, usePersonForm } from './PersonFields.tsx';

/** Adds somebody no roster knows: most often a community partner. */
export function AddPersonForm({ environmentId }: { environmentId: string }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const [, go] = useLocation();
  const form = usePersonForm({ givenName: '', familyName: '', locale: useLocale(), email: '', phone: '' });
  const [groups, setGroups] = useState<readonly string[]>(['COMMUNITY']);
  const [tried, setTried] = useState(false);
  const [add] = useMutation(AddPersonDocument);
  const act = useAct(async () => {
    const { data } = await add({ variables: { input: { environmentId, ...form.input(), constituencies: groups as Constituency[], roles: [] } } });
    if (!data) return;
    toast(staff('person.added', { name: data.addPerson.displayName }));
    go(`/people/${data.addPerson.id}`);
  });
  return (
    <form noValidate onSubmit={event => { event.preventDefault(); setTried(true); if (form.check() && groups.length > 0) void act.run(); }}>
      <Stack gap={5}>
        <PersonFields form={form} fault={act.fault} />
        <Choices
          several legend={staff('person.memberships')} hint={staff('person.membershipsHint')} value={groups} onChange={setGroups}
          error={tried && groups.length === 0 ? staff('person.wrong.groups') : undefined} choices={MEMBERSHIPS.map(each => ({ value: each, label: say(`constituency.${each}`) }))}
        />
        <Row>
          <Button type="submit" busy={act.busy}>{staff('people.add')}</Button>
          <Link className={buttonClass('quiet')} href="/people">{say('cancel')}</Link>
        </Row>
      </Stack>
    </form>
  );
}
