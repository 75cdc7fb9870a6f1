import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';

/** Asks for one sentence: why, or to whom. */
export function SayDialog({ title, label, hint, verb, most = 300, onSaid, onClose }: { title: string; label: string; hint?: string; verb: string; most?: number; onSaid: (text: string) => void; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const done = () => {
    setTried(true);
    if (!text.trim()) return;
    onSaid(text.trim());
    onClose();
  };
  return (
    <Dialog open title={title} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={done}>{verb}</Button>}>
      <TextArea rows={2} label={label} hint={hint} error={tried && !text.trim() ? say('room.fault.REQUIRED') : undefined} maxLength={most} value={text} onChange={(event) => setText(event.target.value)} />
    </Dialog>
  );
}
