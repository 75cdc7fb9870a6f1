import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asks once more before what cannot be undone. */
export function Confirm({ title, how, verb, onDone, onClose }: { title: string; how: string; verb: string; onDone: () => void; onClose: () => void }) {
  const core = useMessages();
  return (
    <Dialog open title={title} closeLabel={core('cancel')} onClose={onClose} actions={<Button kind="danger" onClick={() => { onDone(); onClose(); }}>{verb}</Button>}>
      <p>{how}</p>
    </Dialog>
  );
}
