import { concat } from '@plenary/count/secret';
import type { RecountReport } from '@plenary/count/recount';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../../i18n/use-messages.ts';
import { readReceipt } from '../../../lib/secret/receipt.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/Field.tsx';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Stack } from '../../../ui/Page.tsx';
import type { Ballot } from '../ballot.ts';
import { chosenOf } from '../choose/chosen.ts';
import { ChosenWords } from '../choose/ChosenWords.tsx';
import { questionOf } from '../choose/question.ts';
import { OptionLabel } from '../option-label.tsx';
import { RecountBusy } from './RecountBusy.tsx';
import { useRecount } from './use-recount.ts';
import css from './Verification.module.css';
import { whyClosed } from './why-closed.ts';

/** A receipt, pasted or opened, looked up in the published votes. What it says is shown only when asked for. */
export function CheckMine({ ballot, address }: { ballot: Ballot; address: string }) {
  const say = useMessages('verify');
  const { state, start, stop } = useRecount(address);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const look = (given: string) => {
    const receipt = readReceipt(given);
    setError(receipt ? undefined : say('mine.noReceipt'));
    if (receipt) start([concat(receipt.leaf, receipt.signature)]);
    else document.getElementById('receipt-text')?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(text);
  };
  const open = ([file]: File[]) => void file?.text().then((given) => {
    setText(given);
    look(given);
  });
  return (
    <form onSubmit={submit} noValidate autoComplete="off" className={css['part']}>
      <h3 className={css['h3']}>{say('mine.title')}</h3>
      <p>{say('mine.lead')}</p>
      <TextArea id="receipt-text" label={say('mine.paste')} error={error} value={text} rows={4} spellCheck={false} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      <FilePicker label={say('mine.open')} accept=".txt,text/plain" onPick={open} />
      <div><Button type="submit" busy={state.is === 'BUSY'}>{say('mine.verb')}</Button></div>
      <RecountBusy state={state} onStop={stop} />
      {state.is === 'DONE' && <Found ballot={ballot} report={state.report} />}
    </form>
  );
}

function Found({ ballot, report }: { ballot: Ballot; report: RecountReport }) {
  const say = useMessages('verify');
  const [shown, setShown] = useState(false);
  const [found] = report.receipts;
  const forged = report.checks.some(({ faults }) => faults.some(({ code }) => code === 'RECEIPT_SIGNATURE'));
  // A file that does not hold together proves nothing about one vote in it.
  const others = report.checks.filter(({ check, ok }) => check !== 'RECEIPTS' && ok === false);
  if (report.verdict === 'UNREADABLE' || others.length > 0) return <Notice kind="danger" live="assertive" title={say(report.verdict === 'UNREADABLE' ? 'verdict.UNREADABLE.title' : 'verdict.FAULTY.title')}><p>{say(report.verdict === 'UNREADABLE' ? 'verdict.UNREADABLE' : 'verdict.FAULTY')}</p></Notice>;
  if (forged) return <Notice kind="danger" live="assertive" title={say('mine.forged.title')}><p>{say('mine.forged')}</p></Notice>;
  const notShown = report.checks.some(({ check, told }) => check === 'RECEIPTS' && Number(told['notShown'] ?? 0) > 0);
  if (!found && notShown) return <Notice kind="good" live="polite" title={say('mine.withheld.title')}><p>{say('mine.withheld')}</p></Notice>;
  if (!found) return <Notice kind="danger" live="assertive" title={say('mine.missing.title')}><p>{say('mine.missing')}</p></Notice>;
  if (found.superseded) return <Notice kind="warn" live="polite" title={say('mine.superseded.title')}><p>{say('mine.superseded')}</p></Notice>;
  const question = questionOf(ballot);
  return (
    <Stack gap={3}>
      <Notice kind="good" live="polite" title={say('mine.counted.title')}><p>{say('mine.counted')}</p></Notice>
      {found.choices === null
        ? <p>{say(`mine.closed.${whyClosed(ballot)}`)}</p>
        : <>
            <div><Button kind="secondary" aria-expanded={shown} onClick={() => setShown(!shown)}>{say(shown ? 'mine.hide' : 'mine.reveal')}</Button></div>
            {shown && <div><p>{say('mine.says')}</p><ChosenWords question={question} chosen={chosenOf(question, found.choices)} labels={ballot.options.map((option) => <OptionLabel key={option.id} option={option} />)} /></div>}
          </>}
    </Stack>
  );
}
