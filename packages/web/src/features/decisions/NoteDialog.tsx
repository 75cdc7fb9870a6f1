import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { ActionTroubleNotice } from './ActionTroubleNotice.tsx';
import type { ActionActs } from './use-action.ts';
import type { Action } from './words.ts';

/** How it was done, if there is something to say; why it is not to be done any more, always. */
export function NoteDialog({ act, action, acts, onClose }: { act: 'FINISH' | 'DROP'; action: Action; acts: ActionActs; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('decisions');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const owed = act === 'DROP' && note.trim() === '';
  const end = async (said = note, keepNames = false) => {
    setTried(true);
    setNote(said);
    if (!owed && await acts.run(action, { act, note: said.trim() || null, keepNames })) onClose();
  };
  const verb = say(act === 'FINISH' ? 'actions.finish' : 'actions.drop');
  return (
    <Dialog open title={verb} closeLabel={core('cancel')} onClose={onClose} actions={<Button busy={acts.busy} onClick={() => void end()}>{verb}</Button>}>
      <p>{action.title}</p>
      <TextArea label={say(`actions.note.${act}`)} hint={say(`actions.note.${act}.hint`)} error={tried && owed ? say('actions.note.owed') : undefined} maxLength={1000} value={note} onChange={(event) => { setNote(event.target.value); acts.forget(); }} />
      {acts.trouble?.id === action.id && <ActionTroubleNotice trouble={acts.trouble} text={note.trim()} onAgain={(said, keep) => void end(said, keep)} />}
    </Dialog>
  );
}
