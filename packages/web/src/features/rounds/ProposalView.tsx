import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { ProposalChangedDocument } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Section } from '../../ui/Page.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { Answers } from './Answers.tsx';
import { DraftActs } from './DraftActs.tsx';
import { LeadRound } from './LeadRound.tsx';
import { OpenNames } from './OpenNames.tsx';
import { PastRounds, RoundEnd } from './PastRounds.tsx';
import { currentRound, ownResponse, type Proposal, type Round } from './proposal.ts';
import css from './Rounds.module.css';
import { RoundRules } from './RoundRules.tsx';
import { StateBadge } from './StateBadge.tsx';
import { Talk } from './Talk.tsx';
import { TextChange } from './TextChange.tsx';
import { MarkYou, useVoice } from './words.ts';

interface ViewProps {
  proposal: Proposal;
  onChanged: () => Promise<Proposal | null>;
}

/** A proposal in whatever state it is in; what others say arrives by itself. */
export function ProposalView(props: ViewProps) {
  return <MarkYou value={props.proposal.state === 'OPEN'}><View {...props} /></MarkYou>;
}

function View({ proposal, onChanged }: ViewProps) {
  const say = useMessages('rounds');
  const voice = useVoice();
  const pick = usePickText();
  const changed = useAnnouncedChanges(proposal, onChanged);
  const round = currentRound(proposal);
  const { state, kind, publicRecord, environment } = proposal;
  return (
    <Page
      title={pick(proposal.title)}
      over={<><StateBadge state={state} round={proposal.round} /><span>{say(`rounds.kind.${kind}`)}</span>{publicRecord && <Badge>{say('rounds.publicBadge')}</Badge>}<span>{environment.name}</span></>}
    >
      <Sheet proposal={proposal} />
      <p className={css['body']}><LocalText of={proposal.body} /></p>
      <p className={css['note']}>{say('rounds.facilitator', { name: voice(proposal.facilitator) })}<Times proposal={proposal} /></p>
      <Now proposal={proposal} />
      <div className={css['screen']}><OpenNames proposal={proposal} /></div>
      {state === 'DRAFT' && <DraftActs proposal={proposal} onChanged={changed} />}
      {round && <Current proposal={proposal} round={round} onChanged={changed} />}
      <PastRounds proposal={proposal} />
      {round && <div className={css['screen']}><Button kind="secondary" onClick={() => print()}>{say('rounds.print')}</Button></div>}
    </Page>
  );
}

function Current({ proposal, round, onChanged }: { proposal: Proposal; round: Round; onChanged: () => void }) {
  const say = useMessages('rounds');
  const before = proposal.rounds.find(({ number }) => number === round.number - 1);
  const { state, kind, viewerCan: can } = proposal;
  const open = state === 'OPEN';
  return (
    <>
      {before && <Section title={say('rounds.round.changed')}><RoundEnd bare round={before} /><TextChange before={before} after={round} /></Section>}
      {open && !ownResponse(round) && <div className={css['screen']}><Section title={say('rounds.guide.title')}><ol className={css['guide']}>{(['1', '2', '3'] as const).map((step) => <li key={step}><span>{say(`rounds.guide.${kind}.${step}`)}</span></li>)}</ol></Section></div>}
      {open && can.respond && <div key={round.number} className={css['screen']}><AnswerForm proposal={proposal} round={round} onChanged={onChanged} /></div>}
      {open && !can.respond && proposal.inside && <p className={`${css['note']} ${css['screen']}`}>{say('rounds.answer.notTeam')}</p>}
      {open && can.closeRound && <div className={css['screen']}><LeadRound key={round.number} proposal={proposal} round={round} onChanged={onChanged} /></div>}
      <Section title={say('rounds.rules.title')}><RoundRules rules={round.rules} /></Section>
      <Section title={say('rounds.answers.title')}><Answers round={round} participants={proposal.participants} waiting={open} /></Section>
      <Talk proposal={proposal} round={round} onChanged={onChanged} />
    </>
  );
}

/** What became of it, where something has. */
function Now({ proposal: { state, kind, round, ballotId, inside, rounds } }: { proposal: Proposal }) {
  const say = useMessages('rounds');
  const last = rounds.at(-1);
  if (state === 'OPEN') return null;
  if (state === 'ADOPTED') {
    return <Notice kind="good" title={say('rounds.now.ADOPTED')}><p>{say(kind === 'CONSENT' ? 'rounds.now.ADOPTED.text' : 'rounds.now.ADOPTED.textFist', { round })}</p>{last && <RoundEnd bare round={last} />}</Notice>;
  }
  return (
    <Notice kind={state === 'DRAFT' ? 'info' : 'warn'} title={say(`rounds.now.${state}`)}>
      {state !== 'NOT_ADOPTED' && <p>{say(`rounds.now.${state}.text`)}</p>}
      {last && <RoundEnd bare={state !== 'NOT_ADOPTED'} round={last} />}
      {ballotId && inside && <Row><Link href={`/b/${ballotId}`} className={buttonClass('secondary')}>{say('rounds.now.ballot')}</Link></Row>}
    </Notice>
  );
}

function Times({ proposal: { openedAt, endedAt, environment } }: { proposal: Proposal }) {
  const say = useMessages('rounds');
  const dates = useDates(environment.timeZone);
  return <>{openedAt && ` · ${say('rounds.opened', { when: dates.dayTime(openedAt) })}`}{endedAt && ` · ${say('rounds.ended', { when: dates.dayTime(endedAt) })}`}</>;
}

/** On paper only: what this is, whose, and that names are shown by design. */
function Sheet({ proposal: { environment } }: { proposal: Proposal }) {
  const say = useMessages('rounds');
  return <p className={css['sheet']}><strong>{say('rounds.sheet')}</strong> · {environment.school.name} · {environment.name}. {say('rounds.sheet.names')}</p>;
}

/** Reads anew when something changed, and says so politely; the answer is what to call after an act of one's own. */
function useAnnouncedChanges(proposal: Proposal, onChanged: () => Promise<Proposal | null>): () => void {
  const say = useMessages('rounds');
  const heard = useRef(false);
  const known = useRef(proposal);
  known.current = proposal;
  const read = async () => {
    const before = known.current;
    const now = await onChanged();
    if (!now || JSON.stringify(now.rounds) === JSON.stringify(before.rounds)) return;
    if (now.state !== before.state && now.state !== 'OPEN') announce(say('rounds.announce.state'));
    else if (now.round !== before.round) announce(say('rounds.announce.round', { round: now.round }));
    else announce(say('rounds.announce.changed'));
  };
  useLive(ProposalChangedDocument, { id: proposal.id }, () => {
    // The first message says only that it is open.
    if (heard.current) void read();
    heard.current = true;
  });
  return () => void onChanged();
}
