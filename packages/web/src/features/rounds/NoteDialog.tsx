import { type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';

interface NoteDialogProps {
  title: string;
  why: string;
  label: string;
  verb: string;
  kind?: 'primary' | 'danger';
  /** Whether the note may be left empty. */
  optional?: boolean;
  busy: boolean;
  trouble: ReactNode;
  onClose: () => void;
  onNote: (note: string) => void;
}

/** Asks before an act of the facilitator, and for the words that go on record with it. Stands while it is asked. */
export function NoteDialog({ title, why, label, verb, kind = 'primary', optional = false, busy, trouble, onClose, onNote }: NoteDialogProps) {
  const core = useMessages();
  const say = useMessages('rounds');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = !optional && note.trim() === '';
  const answer = () => {
    setTried(true);
    if (!missing) onNote(note.trim());
  };
  return (
    <Dialog open title={title} onClose={onClose} closeLabel={core('cancel')} actions={<Button kind={kind} busy={busy} onClick={answer}>{verb}</Button>}>
      <Stack gap={3}>
        {trouble}
        <p>{why}</p>
        <TextArea label={label} hint={say('rounds.lead.noteHint')} error={tried && missing ? say('rounds.lead.noteMissing') : undefined} rows={3} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Stack>
    </Dialog>
  );
}
