import { isBudget, isGraded, isRanked } from '@plenary/count';
import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { CastFormProps } from './ballot.ts';
import { Check } from './Check.tsx';
import { type Chosen, isEmpty, isSingle, NOTHING, pick } from './choose/chosen.ts';
import { questionOf } from './choose/question.ts';
import { OptionLabel, useOptionLabel } from './option-label.tsx';
import { secretVoting } from './secret-voting.ts';

const Choose = lazy(() => import('./choose/Choose.tsx'));
const SecretCheck = lazy(() => secretVoting().then((part) => ({ default: part.SecretCheck })));

export type { Ballot } from './ballot.ts';

/** Choose, check, cast. The choice lives in this component alone and is gone with it. */
export function CastForm({ ballot, onChecking, onCasting, onAnswer }: CastFormProps) {
  const say = useMessages();
  const label = useOptionLabel();
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState<string>();
  const secret = ballot.secrecy === 'SECRET';
  useEffect(() => {
    onChecking?.(checking);
    return () => onChecking?.(false);
  }, [checking, onChecking]);
  // What casts is on its way while the voter still reads.
  useEffect(() => {
    if (secret) void secretVoting().catch(() => {});
  }, [secret]);
  const question = questionOf(ballot);
  const labels = ballot.options.map((option) => <OptionLabel key={option.id} option={option} />);

  if (checking) {
    const step = { ballot, question, chosen, labels, onBack: () => setChecking(false), onCasting, onAnswer };
    return secret ? <Suspense fallback={<Skeleton label={say('loading')} />}><SecretCheck {...step} /></Suspense> : <Check {...step} />;
  }
  const several = !isSingle(question);
  const most = question.maxChoices;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fault = isEmpty(question, chosen) ? say('cast.chooseFirst') : !isGraded(question.method) && chosen.picked.length > most ? say('cast.tooMany', { most }) : undefined;
    setError(fault);
    if (fault) document.getElementById('choice')?.focus();
    else setChecking(true);
  };
  const change = (next: Chosen) => {
    setChosen(next);
    setError(undefined);
  };
  return (
    // Without autocomplete, or the browser would put the choice back for whoever comes after.
    <form onSubmit={submit} noValidate autoComplete="off">
      <Stack gap={5}>
        {secret && ballot.participation?.voted && <Notice title={say('cast.again.title')}><p>{say('cast.again')}</p></Notice>}
        {isRanked(question.method) || isGraded(question.method) || isBudget(question.method)
          ? <Suspense fallback={<Skeleton label={say('loading')} />}><Choose id="choice" question={question} labels={labels} names={ballot.options.map(label)} chosen={chosen} onChange={change} error={error} /></Suspense>
          : <Choices
              id="choice" legend={say('cast.legend')} error={error} several={several}
              hint={several ? say(most < ballot.options.length ? 'cast.upTo' : 'cast.anyNumber', { most }) : say('cast.one')}
              choices={labels.map((words, position) => ({ value: String(position), label: words }))}
              value={chosen.picked.map(String)} onChange={(values) => change(toggled(values))}
            />}
        <Button type="submit" wide>{say('cast.verb')}</Button>
      </Stack>
    </form>
  );

  /** The one box or oval that differs, pressed or released. */
  function toggled(values: readonly string[]): Chosen {
    const now = values.map(Number);
    const added = now.find((position) => !chosen.picked.includes(position));
    const gone = chosen.picked.find((position) => !now.includes(position));
    return added !== undefined ? pick(question, chosen, added, true) : gone !== undefined ? pick(question, chosen, gone, false) : chosen;
  }
}
