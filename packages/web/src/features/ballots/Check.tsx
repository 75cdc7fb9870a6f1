import { useApolloClient } from '@apollo/client/react';
import { isGraded, type Question } from '@plenary/count';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { faultCode } from '../../apollo/faults.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import type { CastFormProps } from './ballot.ts';
import { type Cast, castUntilAnswered } from './cast.ts';
import css from './CastForm.module.css';
import { choicesOf, type Chosen } from './choose/chosen.ts';
import { ChosenWords } from './choose/ChosenWords.tsx';

export interface CheckProps extends Omit<CastFormProps, 'onChecking'> {
  question: Question;
  chosen: Chosen;
  /** By option position. */
  labels: readonly ReactNode[];
  onBack: () => void;
}

/** The step before a confidential vote: the choice, and that it is final. */
export function Check(props: CheckProps) {
  const say = useMessages();
  const client = useApolloClient();
  const { ballot, question, chosen } = props;
  const id = (position: number) => ballot.options[position]!.id;
  const choices = choicesOf(question, chosen);
  // Scores and dots name no option, unless the vote abstains.
  const graded = isGraded(question.method);
  const optionIds = (graded ? chosen.picked : choices).map(id);
  const scores = graded && optionIds.length === 0 ? choices.flatMap((score, position) => (question.options[position] === 'ABSTAIN' ? [] : [{ optionId: id(position), score }])) : undefined;
  return (
    <CheckCard {...props} send={async (signal, waiting) => ({ kind: 'CONFIDENTIAL', answer: await castUntilAnswered(client, { ballotId: ballot.id, optionIds, scores, signal, waiting }) })}>
      <Notice kind="warn" title={say('cast.final')}><p>{say('cast.finalWhy')}</p></Notice>
      <p className={css['small']}>{say('cast.confidential')}</p>
    </CheckCard>
  );
}

interface CheckCardProps extends CheckProps {
  /** Sends until there is an answer; `waiting` is called when a try was not answered. */
  send: (signal: AbortSignal, waiting: () => void) => Promise<Cast>;
  children: ReactNode;
}

/** The choice once more in words, what the voter should know of it, and the press that casts it. */
export function CheckCard({ question, chosen, labels, onBack, onCasting, onAnswer, send, children }: CheckCardProps) {
  const say = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  const leaving = useRef<AbortController>(undefined);
  const [sending, setSending] = useState<'NO' | 'SENDING' | 'WAITING'>('NO');
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: 'center' });
    return () => {
      leaving.current?.abort();
      onCasting(false);
    };
    // Once; both are the page's own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const cast = async () => {
    leaving.current = new AbortController();
    setFault(null);
    setSending('SENDING');
    onCasting(true);
    try {
      onAnswer(await send(leaving.current.signal, () => setSending('WAITING')));
    } catch (problem) {
      if (leaving.current.signal.aborted) return;
      onCasting(false);
      setFault(problem);
      setSending('NO');
    }
  };
  return (
    <Card marked as="section" aria-labelledby="check">
      <Stack gap={4}>
        <h2 id="check" ref={heading} tabIndex={-1} className={css['check']}>{say('cast.check')}</h2>
        <ChosenWords question={question} chosen={chosen} labels={labels} />
        {children}
        <div aria-live="polite">{sending === 'WAITING' && <Notice title={say('cast.waiting')}><p>{say('cast.waitingWhy')}</p></Notice>}</div>
        {fault !== null && <Notice kind="danger" live="assertive" title={say(`fault.${faultCode(fault)}.title`)}><p>{say(`fault.${faultCode(fault)}`)}</p></Notice>}
        <Row>
          <Button busy={sending !== 'NO'} onClick={() => void cast()}>{say(sending === 'NO' ? 'cast.confirm' : 'cast.sending')}</Button>
          {sending === 'NO' && <Button kind="secondary" onClick={onBack}>{say('cast.change')}</Button>}
        </Row>
      </Stack>
    </Card>
  );
}
