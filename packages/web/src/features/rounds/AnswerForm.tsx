import { type ReactNode, useRef, useState } from 'react';
import { RespondDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import { AnswerLine } from './Answers.tsx';
import { CONSENTS, FISTS, LEAST_SUPPORT, ownResponse, type Proposal, type Round } from './proposal.ts';
import css from './Rounds.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useProposalAct } from './use-proposal-act.ts';

/** One person's answer to one round, under their name; it may be given anew until the round closes. */
export function AnswerForm({ proposal, round, onChanged }: { proposal: Proposal; round: Round; onChanged: () => void }) {
  const core = useMessages();
  const say = useMessages('rounds');
  const own = ownResponse(round);
  const [open, setOpen] = useState(false);
  const act = useProposalAct(onChanged);
  const respond = (given: { fist?: number; consent?: (typeof CONSENTS)[number]; reason: string | null }) =>
    act.run(RespondDocument, { input: { proposalId: proposal.id, round: round.number, ...given } }, say('rounds.answer.done'));
  if (own && !open) {
    return (
      <Section title={say('rounds.answer.yours')}>
        <Stack gap={3}>
          <TroubleNotice trouble={act.trouble} />
          <ul className={css['answers']}><AnswerLine response={own} /></ul>
          <Row>
            {own.answer.consent === 'OBJECT' && <Button busy={act.busy} onClick={() => void respond({ consent: 'CONSENT', reason: null })}>{say('rounds.answer.withdraw')}</Button>}
            <Button kind="secondary" onClick={() => setOpen(true)}>{say('rounds.answer.change')}</Button>
          </Row>
        </Stack>
      </Section>
    );
  }
  return (
    <Section title={say(own ? 'rounds.answer.again' : 'rounds.answer.title')}>
      <Form
        proposal={proposal} busy={act.busy} trouble={<TroubleNotice trouble={act.trouble} />} cancel={own && <Button kind="quiet" onClick={() => { act.forget(); setOpen(false); }}>{core('cancel')}</Button>}
        onAnswer={async (given) => { if (await respond(given)) setOpen(false); }}
      />
    </Section>
  );
}

interface FormProps {
  proposal: Proposal;
  busy: boolean;
  trouble: ReactNode;
  cancel: ReactNode;
  onAnswer: (given: { fist?: number; consent?: (typeof CONSENTS)[number]; reason: string | null }) => Promise<void>;
}

function Form({ proposal: { kind }, busy, trouble, cancel, onAnswer }: FormProps) {
  const say = useMessages('rounds');
  const [value, setValue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const owed = value === 'OBJECT' || (kind === 'FIST_TO_FIVE' && value !== null && Number(value) < LEAST_SUPPORT);
  const unchosen = tried && value === null;
  const unsaid = tried && owed && reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (value === null) return form.current?.querySelector('input')?.focus();
    if (owed && reason.trim() === '') return form.current?.querySelector('textarea')?.focus();
    const said = reason.trim() || null;
    void onAnswer(kind === 'CONSENT' ? { consent: CONSENTS.find((each) => each === value)!, reason: said } : { fist: Number(value), reason: said });
  };
  return (
    <form ref={form} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap={4}>
        {trouble}
        <Choices
          legend={say(`rounds.kind.${kind}`)} error={unchosen ? say('rounds.answer.choose') : undefined} value={value === null ? [] : [value]} onChange={([next]) => setValue(next ?? null)}
          choices={kind === 'CONSENT' ? CONSENTS.map((each) => ({ value: each, label: say(`rounds.consent.${each}`), hint: say(`rounds.consent.${each}.hint`) })) : FISTS.map((each) => ({ value: each, label: say(`rounds.fist.${each}`) }))}
        />
        <TextArea
          label={say(owed ? 'rounds.answer.reason' : 'rounds.answer.reasonOptional')} hint={say('rounds.answer.reasonHint')} error={unsaid ? say('rounds.answer.reasonNeeded') : undefined}
          rows={3} maxLength={1000} required={owed} value={reason} onChange={(event) => setReason(event.target.value)}
        />
        <Row><Button type="submit" busy={busy}>{say('rounds.answer.verb')}</Button>{cancel}</Row>
      </Stack>
    </form>
  );
}
