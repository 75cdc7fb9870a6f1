import type { SecretCast } from '../../lib/secret/cast-secret.ts';
import { receiptLines, type SecretReceipt } from '../../lib/secret/receipt.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { Receipt } from './Receipt.tsx';
import css from './Secret.module.css';

interface SecretAnswerProps {
  ballotId: string;
  question: string;
  answer: SecretCast;
  onChangeVote: () => void;
}

/** After a secret vote: the receipt, or why it was not taken. */
export function SecretAnswer({ ballotId, question, answer, onChangeVote }: SecretAnswerProps) {
  const core = useMessages();
  const say = useMessages('vote');
  if (!answer.ok) {
    const known = answer.refusal;
    return <Notice kind="danger" live="assertive" title={say(`secretRefused.${known}.title`)}><p>{say(`secretRefused.${known}`)}</p>{answer.about && <p><small>{answer.about}</small></p>}</Notice>;
  }
  return (
    <Receipt question={question} title={answer.changed ? say('receipt.changed') : core('receipt.title')} change={<Button kind="secondary" onClick={onChangeVote}>{core('cast.changeVote')}</Button>}>
      <Kept receipt={answer.receipt} ballotId={ballotId} question={question} />
    </Receipt>
  );
}

/** The receipt itself. Kept nowhere: once votes are published, it would show how its voter voted. */
function Kept({ receipt, ballotId, question }: { receipt: SecretReceipt; ballotId: string; question: string }) {
  const core = useMessages();
  const say = useMessages('vote');
  const lines = receiptLines(receipt);
  const save = () => {
    const text = [say('receipt.yours'), question, `${location.origin}/b/${ballotId}`, '', say('receipt.why'), '', `${say('receipt.digits')}:`, ...lines, ''].join('\n');
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([text], { type: 'text/plain' })), download: `${say('receipt.file')}.txt` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <Card as="section" aria-labelledby="receipt">
      <Stack gap={3}>
        <h2 id="receipt" className={css['title']}>{say('receipt.yours')}</h2>
        <p>{say('receipt.why')}</p>
        <p className={css['receipt']} translate="no">{lines.join(' ')}</p>
        <Row>
          <Button kind="secondary" onClick={save}>{say('receipt.save')}</Button>
          <Button kind="secondary" onClick={() => window.print()}>{core('print')}</Button>
        </Row>
      </Stack>
    </Card>
  );
}
