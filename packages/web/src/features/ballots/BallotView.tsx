import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLive } from '../../apollo/use-live.ts';
import { BallotChangedDocument } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { canDerive } from '../../shell/slip-link.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { announce } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import css from './BallotView.module.css';
import type { Cast, CastAnswer } from './cast.ts';
import { type Ballot, CastForm } from './CastForm.tsx';
import { Receipt } from './Receipt.tsx';
import { secretVoting } from './secret-voting.ts';
import { SecrecyBadge, StateBadge } from './StateBadge.tsx';
import { Turnout } from './Turnout.tsx';

const SecretAnswer = lazy(() => secretVoting().then((part) => ({ default: part.SecretAnswer })));
const ResultView = lazy(() => import('./ResultView.tsx'));
const Verification = lazy(() => import('./verify/Verification.tsx'));

/** A ballot in whatever state it is in; what others do to it arrives by itself. */
export function BallotView({ ballot, onChanged }: { ballot: Ballot; onChanged: () => void }) {
  const say = useMessages();
  const pick = usePickText();
  const [cast, setCast] = useState<Cast | null>(null);
  const [casting, setCasting] = useState(false);
  // Each time the form begins anew it is another form, and holds nothing of the one before.
  const [form, setForm] = useState(0);
  const question = pick(ballot.question);
  const missed = useMissed(ballot.state, cast !== null || casting);
  useAnnouncedChanges(ballot, onChanged);
  const [again, setAgain] = useState(false);
  const begin = (anew: boolean) => {
    setForm((count) => count + 1);
    setAgain(anew);
  };
  useCleared(casting, () => {
    setCast(null);
    begin(false);
  });
  const settled = (next: Cast) => {
    const refused = next.kind === 'SECRET' ? !next.ok : next.answer.__typename === 'BallotRefused';
    setCasting(false);
    setCast(next);
    if (refused) begin(true);
    if (refused || next.kind === 'SECRET') onChanged();
  };
  const voteAgain = () => {
    setCast(null);
    begin(true);
  };
  return (
    <Page
      title={question}
      over={<><StateBadge state={ballot.state} /><SecrecyBadge secrecy={ballot.secrecy} /><span>{ballot.environment.name}</span></>}
    >
      {ballot.description.some(({ text }) => text) && <p className={css['description']}><LocalText of={ballot.description} /></p>}
      <Times ballot={ballot} />
      <Office ballot={ballot} />
      {ballot.election && <p><Link href={`/elections/${ballot.election.id}`}>{say('ballot.candidates')}</Link></p>}
      {missed.shown && <div ref={missed.box} tabIndex={-1} className={css['told']}><Told what="missed" kind="warn" /></div>}
      {cast?.kind === 'SECRET' && <Suspense fallback={<Skeleton label={say('loading')} />}><SecretAnswer ballotId={ballot.id} question={question} answer={cast} onChangeVote={voteAgain} /></Suspense>}
      {cast?.kind === 'CONFIDENTIAL' && cast.answer.__typename === 'BallotCast'
        ? <Receipt question={question} />
        : cast?.kind === 'SECRET' && cast.ok ? null : <>
            {cast?.kind === 'CONFIDENTIAL' && cast.answer.__typename === 'BallotRefused' && !(cast.answer.reason === 'ALREADY_VOTED' && ballot.participation?.voted) && <Refused reason={cast.answer.reason} />}
            <Now key={form} ballot={ballot} casting={casting} again={again} onChecking={missed.onChecking} onCasting={setCasting} onAnswer={settled} />
          </>}
      {ballot.result && <Suspense fallback={<Skeleton label={say('loading')} />}><ResultView ballot={ballot} result={ballot.result} /></Suspense>}
      {ballot.result && ballot.secrecy === 'SECRET' && <Suspense fallback={<Skeleton label={say('loading')} />}><Verification ballot={ballot} /></Suspense>}
      {ballot.state !== 'DRAFT' && ballot.state !== 'SCHEDULED' && ballot.state !== 'WITHDRAWN' && <Turnout ballot={ballot} />}
      <Binding ballot={ballot} />
    </Page>
  );
}

interface NowProps {
  ballot: Ballot;
  casting: boolean;
  /** Pressed to vote once more. */
  again: boolean;
  onChecking: (on: boolean) => void;
  onCasting: (on: boolean) => void;
  onAnswer: (answer: Cast) => void;
}

/** What this person can do here, or why there is nothing to do. */
function Now({ ballot, casting, again, onChecking, onCasting, onAnswer }: NowProps) {
  const say = useMessages();
  const viewer = useViewer();
  const turn = useTurn(viewer?.id);
  const { state, secrecy, participation, viewerCan } = ballot;
  const voted = participation?.voted ?? false;
  // What this page was opened on: the moment the paper is given out, the form must not turn into the sentence.
  const [changing, setChanging] = useState(again || !voted);
  const secret = secrecy === 'SECRET';
  if (state === 'OPEN' && participation?.onPaper) return <Told what="onPaper" />;
  if (state === 'OPEN' && secret && viewerCan.cast && !canDerive()) return <Told what="unsafe" kind="danger" />;
  // A vote on its way owns its answer: what the page hears meanwhile, such as that this person has voted, must not end it.
  if (casting || (state === 'OPEN' && viewerCan.cast && (secret ? changing : !voted))) return <CastForm key={turn} ballot={ballot} onChecking={onChecking} onCasting={onCasting} onAnswer={onAnswer} />;
  if (state === 'OPEN' && voted && secret && viewerCan.cast) {
    return (
      <Notice kind="good" title={say('now.voted.title')}>
        <p>{say('now.votedSecret')}</p>
        <Row><Button kind="secondary" onClick={() => setChanging(true)}>{say('cast.changeVote')}</Button></Row>
      </Notice>
    );
  }
  if (voted && state === 'OPEN') return <Told kind="good" what="voted" />;
  if (state === 'OPEN' && viewer === null) {
    return (
      <Notice title={say('now.signIn.title')}>
        <p>{say('now.signIn')}</p>
        <Row><Link href={`/s?to=${encodeURIComponent(`/b/${ballot.id}`)}`} className={buttonClass()}>{say('signIn')}</Link></Row>
      </Notice>
    );
  }
  if (state === 'OPEN' && viewer) return <Told what="notOnRoll" />;
  if (state === 'CLOSED' || state === 'TALLIED') return ballot.result ? <Told what="uncertified" kind="warn" /> : <Told what="counting" />;
  if (state === 'SCHEDULED') return <Told what="scheduled" />;
  if (state === 'DRAFT') return <Told what="draft" kind="warn" />;
  return state === 'WITHDRAWN' ? <Told what="withdrawn" kind="warn" /> : null;
}

type What = 'voted' | 'onPaper' | 'missed' | 'unsafe' | 'notOnRoll' | 'uncertified' | 'counting' | 'scheduled' | 'draft' | 'withdrawn';

function Told({ what, kind = 'info' }: { what: What; kind?: 'info' | 'good' | 'warn' | 'danger' }) {
  const say = useMessages();
  return <Notice kind={kind} title={say(`now.${what}.title`)}><p>{say(`now.${what}`)}</p></Notice>;
}

function Refused({ reason }: { reason: Extract<CastAnswer, { __typename: 'BallotRefused' }>['reason'] }) {
  const say = useMessages();
  const known = reason === 'NOT_OPEN' || reason === 'CLOSED' || reason === 'NOT_ON_ROLL' || reason === 'ALREADY_VOTED' || reason === 'INVALID_CHOICE' ? reason : 'OTHER';
  return <Notice kind="danger" live="assertive" title={say(`refusal.${known}.title`)}><p>{say(`refusal.${known}`)}</p></Notice>;
}

function Times({ ballot: { state, opensAt, closesAt, closedAt, environment } }: { ballot: Ballot }): ReactNode {
  const say = useMessages();
  const dates = useDates(environment.timeZone);
  if (state === 'OPEN' && closesAt) return <p className={css['times']}><strong>{say('ballot.closes', { when: dates.fromNow(closesAt) })}</strong> <span>{dates.dayTime(closesAt)}</span></p>;
  if (state === 'SCHEDULED' && opensAt) return <p className={css['times']}><strong>{say('ballot.opens', { when: dates.fromNow(opensAt) })}</strong> <span>{dates.dayTime(opensAt)}</span></p>;
  const ended = closedAt ?? closesAt;
  return ended && ['CLOSED', 'TALLIED', 'CERTIFIED'].includes(state) ? <p className={css['times']}>{say('ballot.closed', { when: dates.dayTime(ended) })}</p> : null;
}

/** The way to the staff page of this ballot, for those who run it. */
function Office({ ballot: { id, viewerCan } }: { ballot: Ballot }) {
  const say = useMessages();
  const runs = viewerCan.edit || viewerCan.schedule || viewerCan.open || viewerCan.close || viewerCan.certify || viewerCan.withdraw;
  return runs ? <p className={css['office']}><Link href={`/ballots/${id}`} className={buttonClass('secondary')}>{say('ballot.office')}</Link></p> : null;
}

function Binding({ ballot: { binding, bylaw } }: { ballot: Ballot }) {
  const say = useMessages();
  return <p className={css['binding']}>{say(`binding.${binding}`)}{bylaw ? ` ${say('binding.bylaw', { bylaw })}` : ''}</p>;
}

/** Whether voting closed on a choice that was being confirmed: that is said, where the focus then is. */
function useMissed(state: Ballot['state'], settled: boolean) {
  const checking = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const [before, setBefore] = useState(state);
  const [shown, setShown] = useState(false);
  if (state !== before) {
    setBefore(state);
    setShown(before === 'OPEN' && checking.current && !settled);
  }
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  const onChecking = useCallback((on: boolean) => {
    checking.current = on;
  }, []);
  return { shown, box, onChecking };
}

/** Counts the people this page was shown to: what one chose is gone for the next. Learning who is there takes nothing away. */
function useTurn(person: string | undefined): number {
  const [now, setNow] = useState({ person, turn: 0 });
  if (person === undefined || person === now.person) return now.turn;
  const turn = now.turn + (now.person === undefined ? 0 : 1);
  setNow({ person, turn });
  return turn;
}

/** A page that the browser puts aside and may bring back to the next person keeps neither choice nor receipt. */
function useCleared(casting: boolean, clear: () => void): void {
  const now = useRef({ casting, clear });
  now.current = { casting, clear };
  useEffect(() => {
    const left = ({ persisted }: PageTransitionEvent) => {
      if (persisted && !now.current.casting) flushSync(now.current.clear);
    };
    addEventListener('pagehide', left);
    return () => removeEventListener('pagehide', left);
  }, []);
}

function useAnnouncedChanges(ballot: Ballot, onChanged: () => void): void {
  const say = useMessages();
  const state = useRef(ballot.state);
  const quiet = useRef(0);
  useLive(BallotChangedDocument, { id: ballot.id }, ({ ballotChanged: { ballot: now } }) => {
    if (!now) return;
    const { voted, roll } = now.turnout;
    // Enough to follow a count by ear, and no more than that.
    if (now.state === 'OPEN' && voted !== null && voted !== ballot.turnout.voted && Date.now() > quiet.current) {
      quiet.current = Date.now() + 30_000;
      announce(say('turnout.voted', { voted, roll }));
    }
    if (now.state === state.current) return;
    state.current = now.state;
    announce(say(`announce.${now.state}`));
    // What this person may do has changed with it, and that never travels in a shared message.
    onChanged();
  });
}
