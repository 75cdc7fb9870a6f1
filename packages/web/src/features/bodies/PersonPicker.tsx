import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { FindPeopleDocument } from '../../gql/graphql.ts';
import { joined } from '../../i18n/joined.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import css from './Bodies.module.css';

export interface Picked { readonly id: string; readonly displayName: string }

interface PersonPickerProps {
  environmentId: string;
  picked: Picked | null;
  error: string | undefined;
  onPick: (person: Picked | null) => void;
}

/** Finds one person by name, by keyboard alone if need be: type, then go through the buttons. */
export function PersonPicker({ environmentId, picked, error, onPick }: PersonPickerProps) {
  const core = useMessages();
  const say = useMessages('bodies');
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const { data, previousData } = useQuery(FindPeopleDocument, { variables: { id: environmentId, search: asked }, skip: asked.length < 2 || picked !== null });
  const people = ((data ?? previousData)?.environment?.people.edges ?? []).map(({ node }) => node);
  if (picked) return <Chosen picked={picked} onOther={() => onPick(null)} />;
  return (
    <div className={css['part']}>
      <TextField label={say('bodies.pick.find')} hint={say('bodies.pick.hint')} error={error} autoComplete="off" maxLength={100} value={search} onChange={(event) => setSearch(event.target.value)} />
      <div role="status" className={css['found']}>
        {asked.length >= 2 && data && people.length === 0 && <p className={css['note']}>{say('bodies.pick.none')}</p>}
        {asked.length >= 2 && people.map(({ id, displayName, constituencies }) => (
          <Button key={id} kind="secondary" onClick={() => { onPick({ id, displayName }); setSearch(''); }}>
            {say('bodies.pick.choose', { name: displayName })} <span className={css['small']}>{joined(constituencies.map((each) => core(`constituency.${each}`)))}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Takes the focus, because the button that chose this person is gone. */
function Chosen({ picked, onOther }: { picked: Picked; onOther: () => void }) {
  const say = useMessages('bodies');
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div className={css['found']}>
      <p ref={words} tabIndex={-1}><strong>{say('bodies.pick.chosen', { name: picked.displayName })}</strong></p>
      <Button kind="quiet" onClick={onOther}>{say('bodies.pick.other')}</Button>
    </div>
  );
}
