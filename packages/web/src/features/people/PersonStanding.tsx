import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { AddMembershipDocument, type Constituency, GrantRoleDocument, RemoveMembershipDocument, RevokeRoleDocument, type Role } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useAct } from '../../shell/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { Section } from '../../ui/Page.tsx';
import { MEMBERSHIPS, ROLES } from './groups.ts';
import css from './People.module.css';
import type { PersonRecord } from './person-record.ts';
import { usePeopleRules } from './use-people-rules.ts';

/** The constituencies a person votes in, and the roles a person is trusted with. */
export function PersonStanding({ person, manages, administers }: { person: PersonRecord; manages: boolean; administers: boolean }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const rules = usePeopleRules();
  const [join] = useMutation(AddMembershipDocument);
  const [leave] = useMutation(RemoveMembershipDocument);
  const [grant] = useMutation(GrantRoleDocument);
  const [revoke] = useMutation(RevokeRoleDocument);
  const personId = person.id;
  const membership = useAct((constituency: Constituency, on: boolean) => (on ? join : leave)({ variables: { personId, constituency } }), staff('person.saved'));
  const role = useAct((value: Role, on: boolean) => (on ? grant : revoke)({ variables: { personId, role: value } }), staff('person.saved'));

  return (
    <>
      <Section title={staff('person.memberships')}>
        <p className={css['note']}>{staff('person.membershipsHint')}</p>
        <List
          of={person.constituencies} name={each => say(`constituency.${each}`)} note={each => (each === 'EL_PARENT' ? staff('person.derived') : null)}
          remove={manages ? each => (each === 'EL_PARENT' ? null : () => void membership.run(each, false)) : null} busy={membership.busy} none={staff('person.noMembership')} removeWord={staff('person.remove')}
        />
        {manages && <Adder key={person.constituencies.join()} label={staff('person.addMembership')} choices={MEMBERSHIPS.filter(each => !person.constituencies.includes(each))} name={each => say(`constituency.${each}`)} busy={membership.busy} onAdd={each => void membership.run(each, true)} />}
        <FaultNotice fault={membership.fault} rules={rules} />
      </Section>
      <Section title={staff('person.roles')}>
        <List
          of={person.roles} name={each => say(`role.${each}`)} note={each => staff(`person.roleMeans.${each}`)}
          remove={administers ? each => () => void role.run(each, false) : null} busy={role.busy} none={staff('person.noRole')} removeWord={staff('person.takeBack')}
        />
        {administers && <Adder key={person.roles.join()} label={staff('person.grantRole')} choices={ROLES.filter(each => !person.roles.includes(each))} name={each => say(`role.${each}`)} busy={role.busy} onAdd={each => void role.run(each, true)} />}
        <FaultNotice fault={role.fault} rules={rules} />
      </Section>
    </>
  );
}

interface ListProps<Item extends string> {
  of: readonly Item[];
  name: (item: Item) => string;
  note: (item: Item) => string | null;
  /** Null where nothing may be taken away, or not this one. */
  remove: ((item: Item) => (() => void) | null) | null;
  removeWord: string;
  busy: boolean;
  none: string;
}

function List<Item extends string>({ of, name, note, remove, removeWord, busy, none }: ListProps<Item>) {
  if (of.length === 0) return <p className={css['note']}>{none}</p>;
  return (
    <ul>
      {of.map(item => {
        const press = remove?.(item);
        return (
          <li key={item} className={css['line']}>
            <span className={css['grow']}><strong>{name(item)}</strong>{note(item) && <span className={css['note']}>{note(item)}</span>}</span>
            {press && <Button kind="secondary" busy={busy} aria-label={`${removeWord}: ${name(item)}`} onClick={press}>{removeWord}</Button>}
          </li>
        );
      })}
    </ul>
  );
}

function Adder<Item extends string>({ label, choices, name, busy, onAdd }: { label: string; choices: readonly Item[]; name: (item: Item) => string; busy: boolean; onAdd: (item: Item) => void }) {
  const staff = useMessages('staff');
  const [chosen, choose] = useState<Item | ''>('');
  if (choices.length === 0) return null;
  return (
    <form className={css['add']} onSubmit={event => { event.preventDefault(); if (chosen) onAdd(chosen); }}>
      <Select label={label} value={chosen} onChange={event => choose(event.target.value as Item | '')}>
        <option value="">{staff('choose')}</option>
        {choices.map(each => <option key={each} value={each}>{name(each)}</option>)}
      </Select>
      <Button type="submit" kind="secondary" busy={busy} disabled={!chosen}>{staff('person.add')}</Button>
    </form>
  );
}
