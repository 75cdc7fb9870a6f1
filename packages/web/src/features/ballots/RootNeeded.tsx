import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { keepRoot } from '../../lib/secret/roots.ts';
import { groupedSlip, newRoot, readSlip, slipLetters, slipText } from '../../lib/slip.ts';
import { isGuest } from '../../shell/guest.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import css from './Secret.module.css';

interface RootNeededProps {
  person: string;
  /** A ballot paper was given out already: only the code it was given to is of use. */
  issued: boolean;
  onKept: () => void;
  onBack: () => void;
}

/** A browser that does not hold this person's voting key: from the letter, from a ballot code, or a new one to write down. */
export function RootNeeded({ person, issued, onKept, onBack }: RootNeededProps) {
  const core = useMessages();
  const say = useMessages('vote');
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [made, setMade] = useState<Uint8Array<ArrayBuffer> | null>(null);
  useEffect(() => heading.current?.focus(), [made]);
  const keep = async (root: Uint8Array<ArrayBuffer>) => {
    await keepRoot(person, root, isGuest());
    onKept();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const slip = readSlip(typed);
    setError(slip.ok ? undefined : core(`slip.${slip.fault}`, { count: slipLetters(typed).length }));
    if (slip.ok) void keep(slip.root);
    else document.getElementById('code')?.focus();
  };
  return (
    <Card marked as="section" aria-labelledby="root">
      {made
        ? <Stack gap={4}>
            <h2 id="root" ref={heading} tabIndex={-1} className={css['title']}>{say('root.yours')}</h2>
            <p className={css['code']} translate="no">{groupedSlip(slipText(made))}</p>
            <Notice kind="warn" title={say('root.once')}><p>{say('root.onceWhy')}</p></Notice>
            <Row>
              <Button onClick={() => void keep(made)}>{say('root.kept')}</Button>
              <Button kind="secondary" onClick={() => window.print()}>{core('print')}</Button>
            </Row>
          </Stack>
        : <form onSubmit={submit} noValidate autoComplete="off">
            <Stack gap={4}>
              <h2 id="root" ref={heading} tabIndex={-1} className={css['title']}>{say('root.title')}</h2>
              <p>{say(issued ? 'root.issued' : 'root.lead')}</p>
              <TextField
                id="code" label={say('root.label')} hint={core('slip.hint')} error={error} value={typed} onChange={(event) => setTyped(event.target.value)}
                autoCapitalize="characters" autoComplete="off" autoCorrect="off" spellCheck={false}
              />
              <Row>
                <Button type="submit">{say('root.use')}</Button>
                {!issued && <Button kind="secondary" onClick={() => setMade(newRoot())}>{say('root.make')}</Button>}
                <Button kind="quiet" onClick={onBack}>{core('back')}</Button>
              </Row>
            </Stack>
          </form>}
    </Card>
  );
}
