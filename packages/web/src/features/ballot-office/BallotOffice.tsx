import { type ReactNode } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { BallotChangedDocument, type BallotOfficeQuery } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Certifying } from './Certifying.tsx';
import { Checkpoints } from './Checkpoints.tsx';
import { Closing } from './Closing.tsx';
import { Counting } from './Counting.tsx';
import css from './Office.module.css';
import { Preparation } from './Preparation.tsx';

export type OfficeBallot = NonNullable<BallotOfficeQuery['ballot']>;

interface BallotOfficeProps {
  ballot: OfficeBallot;
  viewerId: string;
  onChanged: () => void;
  /** Who has voted, drawn by the room that owns it. */
  turnout: ReactNode;
  /** Printed ballots to give out or to read, or how they were read, drawn by the room that owns them. */
  printed: ReactNode;
  /** Their reading is what the count waits for. */
  awaited: boolean;
  /** The count, once there is one for this viewer. */
  result: ReactNode;
}

const KINDS = { DRAFT: 'warn', SCHEDULED: 'plain', OPEN: 'live', CLOSED: 'plain', TALLIED: 'warn', CERTIFIED: 'done', WITHDRAWN: 'warn' } as const;

/** Running one ballot: the next thing to do, then how it goes. */
export function BallotOffice({ ballot, viewerId, onChanged, turnout, printed, awaited, result }: BallotOfficeProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const pick = usePickText();
  const { id, version, state, environment, viewerCan } = ballot;
  const { timeZone } = environment;
  useLive(BallotChangedDocument, { id }, ({ ballotChanged: { ballot: now } }) => {
    // What one may do never travels in a shared message: it is asked for again.
    if (!now || (now.state === state && now.version === version)) return;
    if (now.state !== state) announce(say(`announce.${now.state}`));
    onChanged();
  });
  const sizes = new Map(environment.constituencies.map(each => [each.constituency, each.size]));
  const question = pick(ballot.question);
  return (
    <Page title={question} tab={staff('office.tab', { question })} over={<><Link href="/ballots">{say('ballots.title')}</Link><Badge kind={KINDS[state]}>{say(`ballotState.${state}`)}</Badge></>}>
      <div className={css['screen']}>
        <p><Link href={`/b/${id}`}>{staff('office.publicPage')}</Link></p>
        {state === 'WITHDRAWN' && <Notice kind="warn" title={say('now.withdrawn.title')}><p>{say('now.withdrawn')}</p></Notice>}
        {(state === 'DRAFT' || state === 'SCHEDULED') && <Preparation ballot={ballot} sizes={sizes} timeZone={timeZone} onChanged={onChanged} />}
        {state === 'OPEN' && <Closing id={id} version={version} closesAt={ballot.closesAt} timeZone={timeZone} mayClose={viewerCan.close} onChanged={onChanged} />}
        {(state === 'OPEN' || state === 'CLOSED') && printed}
        {((state === 'CLOSED' && !awaited) || (state === 'TALLIED' && !result)) && <Counting onWaited={onChanged} />}
        {state === 'TALLIED' && result && <Certifying id={id} version={version} signed={ballot.certifications} viewerId={viewerId} mayCertify={viewerCan.certify} timeZone={timeZone} onChanged={onChanged} />}
      </div>
      {result}
      {(state === 'TALLIED' || state === 'CERTIFIED') && <div className={css['screen']}>{printed}</div>}
      {turnout}
      {/* Last, for it comes by itself and must not push what one is reading. */}
      {(state === 'OPEN' || state === 'CLOSED') && ballot.secrecy === 'SECRET' && <div className={css['screen']}><Checkpoints ballotId={id} state={state} /></div>}
    </Page>
  );
}
