import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/Link.tsx';
import css from './Minutes.module.css';
import NotesPanel from './NotesPanel.tsx';

/** The notes beside the room, opened by who means to type: until then nothing of them is asked for. */
export default function NotesSection({ meetingId }: { meetingId: string }) {
  const say = useMessages('minutes');
  const [open, setOpen] = useState(false);
  return (
    <details className={css['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('notes.section')}</summary>
      {open && <div className={css['part']}><p><Link href={`/meetings/${meetingId}/minutes`}>{say('notes.whole')}</Link></p><NotesPanel meetingId={meetingId} /></div>}
    </details>
  );
}
