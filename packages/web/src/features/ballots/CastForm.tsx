import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { faultCode } from '../../apollo/faults.ts';
import type { BallotPageQuery } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { type CastAnswer, castUntilAnswered } from './cast.ts';
import css from './CastForm.module.css';
import { OptionLabel } from './option-label.tsx';

export type Ballot = NonNullable<BallotPageQuery['ballot']>;

interface CastFormProps {
  ballot: Ballot;
  /** True from the press until there is an answer or nothing more is tried. */
  onCasting: (on: boolean) => void;
  onAnswer: (answer: CastAnswer) => void;
}

/** Choose, check, cast. The choice lives in this component alone and is gone with it. */
export function CastForm({ ballot, onCasting, onAnswer }: CastFormProps) {
  const say = useMessages();
  const [chosen, setChosen] = useState<string[]>([]);
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState<string>();
  const several = ballot.method === 'APPROVAL';
  const most = ballot.maxChoices;
  const abstain = ballot.options.find((option) => option.kind === 'ABSTAIN')?.id;

  if (checking) return <Check ballot={ballot} chosen={chosen} onBack={() => setChecking(false)} onCasting={onCasting} onAnswer={onAnswer} />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fault = chosen.length === 0 ? say('cast.chooseFirst') : several && chosen.length > most ? say('cast.tooMany', { most }) : undefined;
    setError(fault);
    if (fault) document.getElementById('choice')?.focus();
    else setChecking(true);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={5}>
        <Choices
          id="choice" legend={say('cast.legend')} error={error} several={several} alone={abstain}
          hint={several ? say(most < ballot.options.length ? 'cast.upTo' : 'cast.anyNumber', { most }) : say('cast.one')}
          choices={ballot.options.map((option) => ({ value: option.id, label: <OptionLabel option={option} /> }))}
          value={chosen} onChange={(next) => { setChosen(next); setError(undefined); }}
        />
        <Button type="submit" wide>{say('cast.verb')}</Button>
      </Stack>
    </form>
  );
}

function Check({ ballot, chosen, onBack, onCasting, onAnswer }: CastFormProps & { chosen: string[]; onBack: () => void }) {
  const say = useMessages();
  const client = useApolloClient();
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
      onAnswer(await castUntilAnswered(client, { ballotId: ballot.id, optionIds: chosen, signal: leaving.current.signal, waiting: () => setSending('WAITING') }));
    } catch (problem) {
      if (leaving.current.signal.aborted) return;
      onCasting(false);
      setFault(problem);
      setSending('NO');
    }
  };
  const options = ballot.options.filter((option) => chosen.includes(option.id));
  return (
    <Card marked as="section" aria-labelledby="check">
      <Stack gap={4}>
        <h2 id="check" ref={heading} tabIndex={-1} className={css['check']}>{say('cast.check')}</h2>
        <ul className={css['chosen']}>{options.map((option) => <li key={option.id}><OptionLabel option={option} /></li>)}</ul>
        <Notice kind="warn" title={say('cast.final')}><p>{say('cast.finalWhy')}</p></Notice>
        <p className={css['small']}>{say('cast.confidential')}</p>
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
