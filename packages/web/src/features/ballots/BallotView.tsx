import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { BallotChangedDocument } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { announce } from '../../ui/announce.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import css from './BallotView.module.css';
import type { CastAnswer } from './cast.ts';
import { type Ballot, CastForm } from './CastForm.tsx';
import { Receipt } from './Receipt.tsx';
import { StateBadge } from './StateBadge.tsx';
import { Turnout } from './Turnout.tsx';

const ResultView = lazy(() => import('./ResultView.tsx'));

/** A ballot in whatever state it is in; what others do to it arrives by itself. */
export function BallotView({ ballot, onChanged }: { ballot: Ballot; onChanged: () => void }) {
  const say = useMessages();
  const pick = usePickText();
  const [answer, setAnswer] = useState<CastAnswer | null>(null);
  const [casting, setCasting] = useState(false);
  const question = pick(ballot.question);
  useAnnouncedChanges(ballot, onChanged);
  const settled = (next: CastAnswer) => {
    setCasting(false);
    setAnswer(next);
    if (next.__typename === 'BallotRefused') onChanged();
  };
  return (
    <Page
      title={question}
      over={<><StateBadge state={ballot.state} /><span>{ballot.environment.name}</span></>}
    >
      {ballot.description.some(({ text }) => text) && <p className={css['description']}><LocalText of={ballot.description} /></p>}
      <Times ballot={ballot} />
      <Office ballot={ballot} />
      {answer?.__typename === 'BallotCast'
        ? <Receipt question={question} />
        : <>
            {answer && !(answer.reason === 'ALREADY_VOTED' && ballot.participation?.voted) && <Refused reason={answer.reason} />}
            <Now ballot={ballot} casting={casting} onCasting={setCasting} onAnswer={settled} />
          </>}
      {ballot.result && <Suspense fallback={<Skeleton label={say('loading')} />}><ResultView ballot={ballot} result={ballot.result} /></Suspense>}
      {ballot.state !== 'DRAFT' && ballot.state !== 'SCHEDULED' && ballot.state !== 'WITHDRAWN' && <Turnout ballot={ballot} />}
      <Binding ballot={ballot} />
    </Page>
  );
}

/** What this person can do here, or why there is nothing to do. */
function Now({ ballot, casting, onCasting, onAnswer }: { ballot: Ballot; casting: boolean; onCasting: (on: boolean) => void; onAnswer: (answer: CastAnswer) => void }) {
  const say = useMessages();
  const viewer = useViewer();
  const { state, participation, viewerCan } = ballot;
  // A vote on its way owns its answer: what the page hears meanwhile, such as that this person has voted, must not end it.
  if (casting || (state === 'OPEN' && viewerCan.cast && !participation?.voted)) return <CastForm key={viewer?.id} ballot={ballot} onCasting={onCasting} onAnswer={onAnswer} />;
  if (participation?.voted && state === 'OPEN') return <Told kind="good" what="voted" />;
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

function Told({ what, kind = 'info' }: { what: 'voted' | 'notOnRoll' | 'uncertified' | 'counting' | 'scheduled' | 'draft' | 'withdrawn'; kind?: 'info' | 'good' | 'warn' }) {
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
