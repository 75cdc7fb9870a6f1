import { useState } from 'react';
import type { ActionOfBodyFragment } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ActionTroubleNotice } from './ActionTroubleNotice.tsx';
import css from './Decisions.module.css';
import { FindOwner } from './FindOwner.tsx';
import type { ActionActs } from './use-action.ts';
import { useOwnerWords } from './words.ts';

/** New words, another owner, another day. */
export function ReviseDialog({ action, acts, onClose }: { action: ActionOfBodyFragment; acts: ActionActs; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('decisions');
  const ownerWords = useOwnerWords();
  const [title, setTitle] = useState(action.title);
  const [due, setDue] = useState(action.due ?? '');
  const [owner, setOwner] = useState<{ id: string; displayName: string } | null>(action.ownerId ? { id: action.ownerId, displayName: ownerWords(action) } : null);
  const [tried, setTried] = useState(false);
  const missing = tried ? say('actions.missing') : undefined;
  const revise = async (said = title, keepNames = false) => {
    setTried(true);
    setTitle(said);
    if (!said.trim() || !owner) return;
    if (await acts.run(action, { act: 'REVISE', input: { title: said.trim(), ownerId: owner.id, due: due || null, keepNames } })) onClose();
  };
  return (
    <Dialog open title={say('actions.revise')} closeLabel={core('cancel')} onClose={onClose} actions={<Button busy={acts.busy} onClick={() => void revise()}>{say('actions.save')}</Button>}>
      <TextField label={say('actions.what')} hint={say('actions.what.hint')} error={title.trim() ? undefined : missing} maxLength={300} value={title} onChange={(event) => { setTitle(event.target.value); acts.forget(); }} />
      {owner
        ? <p className={css['owner']}><strong>{action.ownerIsViewer && owner.id === action.ownerId ? say('actions.ownerYou') : say('actions.owner', { name: owner.displayName })}</strong> <Button kind="quiet" onClick={() => setOwner(null)}>{say('actions.other')}</Button></p>
        : <FindOwner environmentId={action.body.environment.id} label={say('actions.who')} error={missing} onPick={setOwner} />}
      <TextField label={say('actions.by')} hint={say('actions.by.hint')} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      {acts.trouble?.id === action.id && <ActionTroubleNotice trouble={acts.trouble} text={title.trim()} onAgain={(said, keep) => void revise(said, keep)} />}
    </Dialog>
  );
}
