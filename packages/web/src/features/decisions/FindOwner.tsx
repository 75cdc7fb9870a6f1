import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { ActionOwnersDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import css from './Decisions.module.css';

/** Finds whoever is to do something by their name. */
export function FindOwner({ environmentId, label, error, onPick }: { environmentId: string; label: string; error: string | undefined; onPick: (person: { id: string; displayName: string }) => void }) {
  const say = useMessages('decisions');
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const { data, error: barred, previousData } = useQuery(ActionOwnersDocument, { variables: { id: environmentId, search: asked }, skip: asked.length < 2 });
  const people = ((data ?? previousData)?.environment?.people.edges ?? []).map(({ node }) => node);
  return (
    <>
      <TextField label={label} hint={say('actions.who.hint')} error={barred ? say('actions.who.barred') : error} autoComplete="off" maxLength={100} value={search} onChange={(event) => setSearch(event.target.value)} />
      <div role="status" className={css['found']}>
        {asked.length >= 2 && data && people.length === 0 && <p className={css['small']}>{say('actions.who.none')}</p>}
        {asked.length >= 2 && people.map(({ id, displayName }) => <Button key={id} kind="secondary" onClick={() => onPick({ id, displayName })}>{displayName}</Button>)}
      </div>
    </>
  );
}
