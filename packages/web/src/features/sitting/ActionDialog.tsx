import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { FindPeopleDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { useNames } from './words.ts';

/** A person found by name, or a member by their id in the sitting. */
type Owner = { readonly displayName: string } & ({ readonly ownerId: string } | { readonly memberId: string });

/** Gives somebody something to do by a day. */
export function ActionDialog({ decisionId, onClose }: { decisionId: string | null; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const { sitting, meeting, act, me } = useRoom();
  const { name } = useNames();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const [owner, setOwner] = useState<Owner | null>(null);
  const [search, setSearch] = useState('');
  const [tried, setTried] = useState(false);
  const asked = useDeferredValue(search.trim());
  const viewer = useViewer();
  const { data, error, previousData } = useQuery(FindPeopleDocument, { variables: { id: meeting.environment.id, search: asked }, skip: asked.length < 2 || owner !== null });
  const people = ((data ?? previousData)?.environment?.people.edges ?? []).map(({ node }) => node);
  const missing = tried ? say('room.fault.REQUIRED') : undefined;
  const assign = () => {
    setTried(true);
    if (!title.trim() || !owner) return;
    act('assignAction', { id: sitting.id, input: { decisionId, itemId: decisionId ? null : sitting.currentItemId ?? null, title: title.trim(), due: due || null, ...('memberId' in owner ? { memberId: owner.memberId } : { ownerId: owner.ownerId }) } });
    onClose();
  };
  return (
    <Dialog open title={say('room.action.assign')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={assign}>{say('room.action.assign')}</Button>}>
      <TextField label={say('room.action.title')} hint={say('room.action.titleHint')} error={title.trim() ? undefined : missing} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
      {owner
        ? <p className={css['line']}><strong>{say('room.action.owner', { name: owner.displayName })}</strong> <Button kind="quiet" onClick={() => setOwner(null)}>{say('room.action.other')}</Button></p>
        : (
          <>
            <p className={css['label']}>{say('room.action.member')}</p>
            <div className={css['picksRow']}>
              {viewer && <Button kind="secondary" onClick={() => setOwner({ ownerId: viewer.person.id, displayName: viewer.person.displayName })}>{say('room.action.me')}</Button>}
              {sitting.members.filter(({ id }) => id !== me?.id).map(({ id }) => <Button key={id} kind="secondary" onClick={() => setOwner({ memberId: id, displayName: name(id) })}>{name(id)}</Button>)}
            </div>
            <TextField label={say('room.action.who')} hint={say('room.action.whoHint')} error={error ? say('room.action.noSearch') : missing} autoComplete="off" maxLength={100} value={search} onChange={(event) => setSearch(event.target.value)} />
            <div role="status" className={css['picks']}>
              {asked.length >= 2 && data && people.length === 0 && <p className={css['note']}>{say('room.action.nobody')}</p>}
              {asked.length >= 2 && people.map(({ id, displayName }) => <Button key={id} kind="secondary" onClick={() => setOwner({ ownerId: id, displayName })}>{displayName}</Button>)}
            </div>
          </>
        )}
      <TextField label={say('room.action.dueLabel')} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
    </Dialog>
  );
}
