import { type FormEvent, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { groupedSlip, readSlip, type SlipFault, slipLetters } from '../../lib/slip.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';

interface SlipFormProps {
  /** What came with the link and was not a slip. */
  fault: SlipFault | null;
  busy: boolean;
  /** Told when a press sends nothing, since what was said of the one before is no longer true. */
  onFault: () => void;
  onSlip: (root: Uint8Array<ArrayBuffer>, guest: boolean) => void;
}

/** The slip typed from paper: 26 letters and digits, read kindly, refused with the reason. */
export function SlipForm({ fault: first, busy, onFault, onSlip }: SlipFormProps) {
  const say = useMessages();
  const [typed, setTyped] = useState('');
  const [guest, setGuest] = useState(false);
  const [fault, setFault] = useState<SlipFault | null>(first);
  const error = fault ? say(`slip.${fault}`, { count: slipLetters(typed).length }) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const slip = readSlip(typed);
    setFault(slip.ok ? null : slip.fault);
    if (slip.ok) onSlip(slip.root, guest);
    else onFault();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={5}>
        <ErrorSummary title={say('formFaults')} faults={error ? [{ id: 'slip', text: error }] : []} />
        <TextField
          id="slip" label={say('slip.label')} hint={say('slip.hint')} error={error} value={typed}
          onChange={(event) => setTyped(event.target.value)} onBlur={() => setTyped(tidy(typed))}
          autoCapitalize="characters" autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="go"
        />
        <Checkbox label={say('guest.label')} hint={say('guest.hint')} checked={guest} onChange={setGuest} />
        <Button type="submit" busy={busy} wide>{say('signIn')}</Button>
      </Stack>
    </form>
  );
}

/** Groups the letters as on the paper, once there are enough to compare. */
function tidy(typed: string): string {
  const text = slipLetters(typed);
  return text.length === 26 ? groupedSlip(text) : typed;
}
