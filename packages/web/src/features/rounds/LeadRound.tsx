import { useState } from 'react';
import { AdoptProposalDocument, BallotInsteadDocument, EndProposalDocument, HearResponseDocument, WithdrawProposalDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import { NextRoundForm } from './NextRoundForm.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import type { Proposal, Response, Round } from './proposal.ts';
import css from './Rounds.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useProposalAct } from './use-proposal-act.ts';
import { useAnswerWords, useVoice } from './words.ts';

type Asked = { act: 'HEAR'; response: Response } | { act: 'ADOPT' | 'END' | 'BALLOT' | 'WITHDRAW' };

/** What the facilitator does: hears who must be heard, then closes the round. Rules decide on the server; buttons only ask. */
export function LeadRound({ proposal, round, onChanged }: { proposal: Proposal; round: Round; onChanged: () => void }) {
  const say = useMessages('rounds');
  const [asked, ask] = useState<Asked | null>(null);
  const [next, setNext] = useState(false);
  const act = useProposalAct(onChanged);
  const unheard = round.responses.filter((each) => each.mustBeHeard && !each.heard);
  const ready = round.rules.every(({ met }) => met);
  const close = () => { ask(null); act.forget(); };
  if (next) return <NextRoundForm proposal={proposal} round={round} onChanged={onChanged} onClose={() => setNext(false)} />;
  return (
    <Section title={say('rounds.lead.title')}>
      <Stack gap={4}>
        {unheard.length > 0 && <ToHear unheard={unheard} onHear={(response) => ask({ act: 'HEAR', response })} />}
        <Row>
          <Button kind={ready ? 'primary' : 'secondary'} onClick={() => ask({ act: 'ADOPT' })}>{say('rounds.lead.adopt')}</Button>
          <Button kind={ready ? 'secondary' : 'primary'} onClick={() => setNext(true)}>{say('rounds.lead.next')}</Button>
          <Button kind="secondary" onClick={() => ask({ act: 'END' })}>{say('rounds.lead.end')}</Button>
          {proposal.viewerCan.makeBallot && <Button kind="secondary" onClick={() => ask({ act: 'BALLOT' })}>{say('rounds.lead.ballot')}</Button>}
          <Button kind="quiet" onClick={() => ask({ act: 'WITHDRAW' })}>{say('rounds.lead.withdraw')}</Button>
        </Row>
      </Stack>
      {asked && <Asking key={asked.act} asked={asked} proposal={proposal} act={act} onClose={close} onDone={() => ask(null)} />}
    </Section>
  );
}

function ToHear({ unheard, onHear }: { unheard: readonly Response[]; onHear: (response: Response) => void }) {
  const say = useMessages('rounds');
  const voice = useVoice();
  const words = useAnswerWords();
  return (
    <div className={css['part']}>
      <h3 className={css['h3']}>{say('rounds.lead.hearTitle')}</h3>
      <p className={css['note']}>{say('rounds.lead.hearWhy')}</p>
      <ul className={css['answers']}>
        {unheard.map((response) => (
          <li key={response.id} className={`${css['answer']} ${css['concern']}`}>
            <p className={css['who']}>{voice(response.by)}</p>
            <p>{words(response.answer)}</p>
            {response.answer.reason && <p className={css['said']}>{response.answer.reason}</p>}
            <Row><Button onClick={() => onHear(response)}>{say('rounds.lead.hear')}</Button></Row>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AskingProps {
  asked: Asked;
  proposal: Proposal;
  act: ReturnType<typeof useProposalAct>;
  onClose: () => void;
  onDone: () => void;
}

function Asking({ asked, proposal: { id, version }, act, onClose, onDone }: AskingProps) {
  const say = useMessages('rounds');
  const voice = useVoice();
  const common = { busy: act.busy, trouble: <TroubleNotice trouble={act.trouble} />, onClose };
  const then = (done: Promise<unknown>) => void done.then((changed) => changed && onDone());
  switch (asked.act) {
    case 'HEAR':
      return (
        <NoteDialog
          {...common} title={say('rounds.lead.hearAsk', { name: voice(asked.response.by) })} why={asked.response.answer.reason ?? ''} label={say('rounds.lead.hearNote')} verb={say('rounds.lead.hear')}
          onNote={(note) => then(act.run(HearResponseDocument, { id: asked.response.id, note }, say('rounds.lead.done.HEAR')))}
        />
      );
    case 'ADOPT':
      return (
        <NoteDialog
          {...common} optional title={say('rounds.lead.adoptAsk')} why={say('rounds.lead.adoptWhy')} label={say('rounds.lead.noteOptional')} verb={say('rounds.lead.adopt')}
          onNote={(note) => then(act.run(AdoptProposalDocument, { id, version, note }, say('rounds.lead.done.ADOPT')))}
        />
      );
    case 'END':
      return (
        <NoteDialog
          {...common} kind="danger" title={say('rounds.lead.endAsk')} why={say('rounds.lead.endWhy')} label={say('rounds.lead.noteNeeded')} verb={say('rounds.lead.end')}
          onNote={(note) => then(act.run(EndProposalDocument, { id, version, note }, say('rounds.lead.done.END')))}
        />
      );
    case 'BALLOT':
      return (
        <NoteDialog
          {...common} title={say('rounds.lead.ballotAsk')} why={say('rounds.lead.ballotWhy')} label={say('rounds.lead.noteNeeded')} verb={say('rounds.lead.ballot')}
          onNote={(note) => then(act.run(BallotInsteadDocument, { id, version, note }, say('rounds.lead.done.BALLOT')))}
        />
      );
    case 'WITHDRAW':
      return (
        <NoteDialog
          {...common} kind="danger" optional title={say('rounds.lead.withdrawAsk')} why={say('rounds.lead.withdrawWhy')} label={say('rounds.lead.noteOptional')} verb={say('rounds.lead.withdraw')}
          onNote={(note) => then(act.run(WithdrawProposalDocument, { id, version, note }, say('rounds.lead.done.WITHDRAW')))}
        />
      );
  }
}
