import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { faultCode } from '../apollo/faults.ts';
import { SlipForm } from '../features/sign-in/SlipForm.tsx';
import { askedPath, canDerive, settleFragment, takeFragment } from '../shell/slip-link.ts';
import { type SignIn, useSignIn } from '../features/sign-in/use-sign-in.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { readSlip, type ReadSlip } from '../lib/slip.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page, Stack } from '../ui/Page.tsx';
import { useViewer } from '../shell/use-viewer.ts';

export default function SignInPage() {
  const say = useMessages();
  const [slip, forget] = useSlipOfLink();
  const signIn = useSignIn(askedPath(useSearch()));
  // What was said of one code is not true of the next.
  const [over, setOver] = useState(false);
  const start = (root: Uint8Array<ArrayBuffer>, guest: boolean) => {
    setOver(false);
    // Most who come with a letter come to vote: the page travels while the server looks who they are.
    void import('./BallotPage.tsx').catch(() => {});
    void signIn.start(root, guest);
  };
  const viewer = useViewer();
  if (!canDerive()) {
    return <Page title={say('signIn.title')}><Notice kind="danger" title={say('signIn.unsafe.title')}><p>{say('signIn.unsafe')}</p></Notice></Page>;
  }
  const given = slip?.ok ? slip.root : null;
  return (
    <Page title={say(given ? 'signIn.letterTitle' : 'signIn.title')} lead={say(given ? 'signIn.letterLead' : 'signIn.lead')}>
      {!over && <Refusal signIn={signIn} />}
      {viewer && <Notice><p>{say('signIn.already', { name: viewer.person.displayName })}</p></Notice>}
      <Card marked>
        {given
          ? <Confirm busy={signIn.busy} onConfirm={(guest) => start(given, guest)} onOther={() => { forget(); setOver(true); }} />
          : <SlipForm key={slip ? 'faulty' : 'empty'} fault={slip && !slip.ok ? slip.fault : null} busy={signIn.busy} onFault={() => setOver(true)} onSlip={start} />}
      </Card>
      <p>{say('signIn.help')}</p>
    </Page>
  );
}

/** Opening a letter's link is not yet signing in: mail and chat scanners open links too. */
function Confirm({ busy, onConfirm, onOther }: { busy: boolean; onConfirm: (guest: boolean) => void; onOther: () => void }) {
  const say = useMessages();
  const [guest, setGuest] = useState(false);
  return (
    <Stack gap={4}>
      <Button wide busy={busy} onClick={() => onConfirm(guest)}>{say(busy ? 'signIn.busy' : 'signIn.confirm')}</Button>
      <Checkbox label={say('guest.label')} hint={say('guest.hint')} checked={guest} onChange={setGuest} />
      <Button kind="quiet" onClick={onOther}>{say('signIn.other')}</Button>
    </Stack>
  );
}

function Refusal({ signIn: { refused, fault } }: { signIn: SignIn }) {
  const say = useMessages();
  if (refused) {
    const minutes = Math.max(1, Math.ceil((refused.retryAfter ?? 60) / 60));
    return <Notice kind="danger" live="assertive" title={say(`refused.${refused.reason}.title`)}><p>{say(`refused.${refused.reason}`, { minutes })}</p></Notice>;
  }
  if (!fault) return null;
  const code = faultCode(fault);
  return <Notice kind="danger" live="assertive" title={say(`fault.${code}.title`)}><p>{say(`fault.${code}`)}</p></Notice>;
}

/** The slip of the link this page was opened with, also when a second link is opened in the same tab. */
function useSlipOfLink(): [ReadSlip | null, () => void] {
  const [slip, setSlip] = useState<ReadSlip | null>(read);
  useEffect(() => {
    settleFragment();
    const again = () => {
      setSlip(read());
      settleFragment();
    };
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  return [slip, () => setSlip(null)];
}

function read(): ReadSlip | null {
  const text = takeFragment();
  return text === null ? null : readSlip(text);
}
