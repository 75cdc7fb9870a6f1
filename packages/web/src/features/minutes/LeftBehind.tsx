import { useEffect, useState } from 'react';
import { notesOf } from '../../lib/notes-store.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import NotesPanel from './NotesPanel.tsx';

/** What was typed just before the page found out that the notes are closed may still be on its way to the disk. */
const AGAIN_MS = 1000;

/** Words of the viewer's that never arrived, on the device where they typed them, once the minutes were sent. */
export default function LeftBehind({ meetingId }: { meetingId: string }) {
  const viewer = useViewer();
  const person = viewer?.id;
  const [found, find] = useState(false);
  useEffect(() => {
    if (person === undefined) return;
    let gone = false;
    const look = async () => {
      const kept = await notesOf(person, meetingId);
      if (!gone && kept && kept.waiting.length > 0) find(true);
    };
    void look();
    const timer = setTimeout(() => void look(), AGAIN_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [person, meetingId]);
  return found ? <NotesPanel meetingId={meetingId} /> : null;
}
