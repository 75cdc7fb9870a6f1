import { type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { ElectionTroubleNotice } from './ElectionTroubleNotice.tsx';
import type { useElectionAct } from './use-election-act.ts';

interface ReasonDialogProps {
  open: boolean;
  title: string;
  explain: ReactNode;
  label: string;
  verb: string;
  most: number;
  /** What is chosen beside the reason. */
  children?: ReactNode;
  kind?: 'primary' | 'danger';
  act: Pick<ReturnType<typeof useElectionAct>, 'busy' | 'trouble' | 'forget'>;
  timeZone: string;
  onClose: () => void;
  onSend: (reason: string) => void;
}

/** A question that is answered with a reason, which is owed to the community and so never empty. */
export function ReasonDialog({ open, title, explain, label, verb, most, children, kind = 'danger', act, timeZone, onClose, onSend }: ReasonDialogProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const close = () => { setTried(false); act.forget(); onClose(); };
  const send = () => {
    setTried(true);
    if (!missing) onSend(reason.trim());
  };
  return (
    <Dialog open={open} title={title} onClose={close} closeLabel={core('cancel')} actions={<Button kind={kind} busy={act.busy} onClick={send}>{verb}</Button>}>
      <Stack gap={3}>
        <ElectionTroubleNotice trouble={act.trouble} timeZone={timeZone} />
        <p>{explain}</p>
        {children}
        <TextArea label={label} maxLength={most} value={reason} error={tried && missing ? say('reasonMissing') : undefined} onChange={(event) => setReason(event.target.value)} />
      </Stack>
    </Dialog>
  );
}
