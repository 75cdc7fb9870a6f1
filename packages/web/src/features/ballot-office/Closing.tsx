import { useEffect, useState } from 'react';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import css from './Office.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useChangeBallot } from './use-change-ballot.ts';

interface ClosingProps {
  id: string;
  version: number;
  closesAt: string | null;
  timeZone: string;
  mayClose: boolean;
  onChanged: () => void;
}

const LONGEST = 500;

/** How long voting still lasts, and the way to end it early, which needs a reason everybody can read. */
export function Closing({ id, version, closesAt, timeZone, mayClose, onChanged }: ClosingProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const now = useNow(15_000);
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChangeBallot(id, onChanged);
  const missing = reason.trim() === '';
  const end = () => { ask(false); setTried(false); change.forget(); };
  const submit = () => {
    setTried(true);
    if (!missing) void change.run([{ act: 'CLOSE', reason: reason.trim() }], version, staff('office.done.CLOSE')).then(done => done && end());
  };
  return (
    <Section title={staff('office.openTitle')}>
      <Stack gap={3}>
        {closesAt && <p className={css['left']}>{Date.parse(closesAt) > now ? staff('office.closes', { when: dates.fromNow(closesAt, now) }) : staff('office.closing')} <span className={css['note']}>{dates.dayTime(closesAt)}</span></p>}
        {mayClose && <Row><Button kind="secondary" onClick={() => ask(true)}>{staff('office.closeEarly')}</Button></Row>}
        <Dialog open={asking} title={staff('office.closeAsk')} onClose={end} closeLabel={say('cancel')} actions={<Button kind="danger" busy={change.busy} onClick={submit}>{staff('office.closeVerb')}</Button>}>
          <Stack gap={3}>
            <TroubleNotice trouble={change.trouble} />
            <p>{staff('office.closeExplain')}</p>
            <TextArea label={staff('office.reason')} hint={staff('office.reasonHint')} maxLength={LONGEST} value={reason} error={tried && missing ? staff('office.reasonMissing') : undefined} onChange={event => setReason(event.target.value)} />
          </Stack>
        </Dialog>
      </Stack>
    </Section>
  );
}

/** The time, now and every while: for countdowns alone; the server's clock decides. */
function useNow(every: number): number {
  const [now, set] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => set(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
