import { useMutation } from '@apollo/client/react';
import { type FormEvent, useId, useState } from 'react';
import { type Constituency, EnterPrintedBallotsDocument, type PaperPileInput } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useAct } from '../../shell/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row as Buttons, Stack } from '../../ui/Page.tsx';
import type { PrintedBallot } from './GivePrinted.tsx';
import css from './Printed.module.css';
import { GRADED, ONE_MARK, type Row, readCounts, readRows } from './read-marks.ts';
import { useOptionWords } from './option-words.ts';

interface ReadingFormProps {
  ballot: PrintedBallot;
  constituency: Constituency;
  again: boolean;
  onEntered: () => void;
}

const emptyRow = (): Row => ({ key: crypto.randomUUID(), marks: '', papers: '' });

/** What one person reads off the printed ballots. What was typed stays until the server has it. */
export function ReadingForm({ ballot, constituency, again, onEntered }: ReadingFormProps) {
  const staff = useMessages('staff');
  const words = useOptionWords();
  const lead = useId();
  const oneMark = ONE_MARK.includes(ballot.method);
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>({});
  const [rows, setRows] = useState<readonly Row[]>(() => [emptyRow()]);
  const [faulty, setFaulty] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const [enter] = useMutation(EnterPrintedBallotsDocument);
  const act = useAct(async (piles: PaperPileInput[]) => {
    const answer = (await enter({ variables: { id: ballot.id, constituency, piles } })).data?.enterPrintedBallots;
    setRefused(answer?.__typename === 'BallotRefused');
    if (answer?.__typename !== 'BallotChanged') return;
    setCounts({});
    setRows([emptyRow()]);
    onEntered();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = oneMark ? readCounts(ballot.options, counts) : readRows(ballot.method, ballot.options, rows);
    if (read === null) return setFaulty('counts');
    if ('faulty' in read) return setFaulty(read.faulty);
    setFaulty(null);
    void act.run(Array.isArray(read) ? read : read.piles);
  };
  const change = (key: string, part: Partial<Row>) => setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <form onSubmit={submit} noValidate aria-describedby={lead}>
      <Stack gap={3}>
        <p id={lead}>{staff(oneMark ? 'printed.countsLead' : GRADED.includes(ballot.method) ? 'printed.gradesLead' : 'printed.marksLead')}</p>
        {refused && <Notice kind="danger" live="assertive" title={staff('printed.tooMany.title')}><p>{staff('printed.tooMany')}</p></Notice>}
        <FaultNotice fault={act.fault} />
        {!oneMark && <ol className={css['key']}>{ballot.options.map((option) => <li key={option.id}>{words(option)}</li>)}</ol>}
        {oneMark
          ? ballot.options.map((option) => (
              <TextField
                key={option.id} label={words(option)} inputMode="numeric" autoComplete="off" className={css['count'] ?? ''} value={counts[option.id] ?? ''}
                error={faulty === 'counts' && !/^\d*$/.test((counts[option.id] ?? '').trim()) ? staff('printed.notNumber') : undefined}
                onChange={(event) => setCounts((all) => ({ ...all, [option.id]: event.target.value }))}
              />
            ))
          : rows.map((row, n) => (
              <div key={row.key} className={css['pile']}>
                <TextField label={staff('printed.marks', { n: n + 1 })} autoComplete="off" value={row.marks} error={faulty === row.key ? staff('printed.notMarks') : undefined} onChange={(event) => change(row.key, { marks: event.target.value })} />
                <TextField label={staff('printed.papers')} inputMode="numeric" autoComplete="off" value={row.papers} onChange={(event) => change(row.key, { papers: event.target.value })} />
              </div>
            ))}
        <Buttons>
          {!oneMark && <Button kind="secondary" type="button" onClick={() => setRows((all) => [...all, emptyRow()])}>{staff('printed.addPile')}</Button>}
          <Button type="submit" busy={act.busy}>{staff(again ? 'printed.correct' : 'printed.enter')}</Button>
        </Buttons>
      </Stack>
    </form>
  );
}
