import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { FindPeopleDocument } from '../../gql/graphql.ts';
import { joined } from '../../i18n/joined.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import css from './Rounds.module.css';

export interface Picked { readonly id: string; readonly displayName: string }

interface PersonPickerProps {
  environmentId: string;
  /** Whom not to offer again. */
  chosen: readonly Picked[];
  /** A facilitator is an adult. */
  adults?: boolean;
  id?: string;
  onPick: (person: Picked) => void;
}

/** Finds people by name, by keyboard alone if need be: type, then go through the buttons. */
export function PersonPicker({ environmentId, chosen, adults = false, id, onPick }: PersonPickerProps) {
  const core = useMessages();
  const say = useMessages('rounds');
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const { data, previousData } = useQuery(FindPeopleDocument, { variables: { id: environmentId, search: asked }, skip: asked.length < 2 });
  const people = ((data ?? previousData)?.environment?.people.edges ?? []).map(({ node }) => node)
    .filter((each) => !chosen.some((one) => one.id === each.id) && !(adults && each.constituencies.includes('STUDENT')));
  return (
    <div className={css['part']}>
      <TextField id={id} label={say('rounds.edit.find')} hint={say('rounds.edit.findHint')} autoComplete="off" maxLength={100} value={search} onChange={(event) => setSearch(event.target.value)} />
      <div role="status" className={css['found']}>
        {asked.length >= 2 && data && people.length === 0 && <p className={css['note']}>{say('rounds.edit.foundNone')}</p>}
        {asked.length >= 2 && people.map(({ id: personId, displayName, constituencies }) => (
          <Button key={personId} kind="secondary" onClick={() => { onPick({ id: personId, displayName }); setSearch(''); }}>
            {say('rounds.edit.choose', { name: displayName })} <span className={css['note']}>{joined(constituencies.map((each) => core(`constituency.${each}`)))}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}
