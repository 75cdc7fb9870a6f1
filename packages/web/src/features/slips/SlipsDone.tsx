import { useEffect, useMemo, useRef } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import type { Envelope } from './envelopes.ts';
import type { Letters } from './letter/print-letters.ts';
import type { MadeSlip, SlipRun } from './make-slips.ts';

interface SlipsDoneProps {
  run: SlipRun;
  letters: Letters;
  envelopes: readonly Envelope<MadeSlip>[];
  /** Names of people with a role, for whom this clerk makes no slips. */
  leftOut: readonly string[];
  single: boolean;
  onAgain: () => void;
}

/** The letters, kept as long as this page is open and nowhere else. */
export function SlipsDone({ run, letters, envelopes, leftOut, single, onAgain }: SlipsDoneProps) {
  const staff = useMessages('staff');
  const url = useMemo(() => URL.createObjectURL(letters.pdf), [letters.pdf]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  const inOrder = envelopes.flatMap(envelope => envelope.letters);
  const unprinted = [...run.doubtful, ...run.waiting];
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Stack gap={5}>
      <Notice kind="good" live="polite" title={staff('slips.done', { letters: inOrder.length, envelopes: envelopes.length })}>
        <p>{staff(single ? 'slips.doneHowOne' : 'slips.doneHow')}</p>
      </Notice>
      <Row>
        <a ref={link} className={buttonClass()} href={url} download={`plenary-slips-${today}.pdf`}>{staff('slips.download')}</a>
        {!single && <Button kind="secondary" onClick={() => window.confirm(staff('slips.leaveAsk')) && onAgain()}>{staff('slips.again')}</Button>}
      </Row>
      <p>{staff('slips.lost')}</p>
      {letters.byHand.length > 0 && <Names title={staff('slips.byHand')} explain={staff('slips.byHandHow')} names={letters.byHand.map(number => staff('slips.letterNumber', { number, name: inOrder[number - 1]?.name ?? '' }))} />}
      {unprinted.length > 0 && <Names title={staff('slips.unprinted')} explain={staff('slips.unprintedHow')} names={unprinted.map(person => person.name)} />}
      {run.refused.length > 0 && <Names title={staff('slips.refused')} explain={staff('slips.refusedHow')} names={run.refused.map(person => person.name)} />}
      {leftOut.length > 0 && <Names title={staff('slips.leftOut')} explain={staff('slips.leftOutHow')} names={leftOut} />}
    </Stack>
  );
}

function Names({ title, explain, names }: { title: string; explain: string; names: readonly string[] }) {
  return (
    <Section title={title}>
      <p>{explain}</p>
      <ul>{names.map((name, at) => <li key={`${at} ${name}`}>{name}</li>)}</ul>
    </Section>
  );
}
