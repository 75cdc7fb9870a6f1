import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Section } from '../../ui/Page.tsx';
import css from './Bodies.module.css';
import type { Body } from './body.ts';
import { BylawsText } from './BylawsText.tsx';
import { CompositionLines } from './Composition.tsx';
import { DoneNotice } from './DoneNotice.tsx';
import { FollowButton } from './FollowButton.tsx';
import type { Asked, Done, Place } from './keeping.ts';
import { Members } from './Members.tsx';
import { Officers } from './Officers.tsx';
import { useLawWords } from './words.ts';

/** Only for its keepers, so they come by themselves. */
const KeepPanel = lazy(() => import('./KeepPanel.tsx'));
const KeepDialog = lazy(() => import('./KeepDialog.tsx'));

/** A body as anybody may read it, and print it for the door; its keepers find here what they may do. `children`: what other features say of it. */
export function BodyView({ body, signedIn, children }: { body: Body; signedIn: boolean; children?: ReactNode }) {
  const say = useMessages('bodies');
  const pick = usePickText();
  const locale = useLocale();
  const dates = useDates(body.environment.timeZone);
  const [asked, ask] = useState<Asked | null>(null);
  const [done, finish] = useState<Done | null>(null);
  const { kind, authority, closedAt, composition, environment, name, remit, viewerCan } = body;
  const keeps = viewerCan.keep || viewerCan.certifyRoster;
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    // A dialog that goes away with its question does not give the focus back by itself.
    if (asked === null && opener.current instanceof HTMLElement) opener.current.focus();
  }, [asked]);
  const onAsk = (next: Asked) => {
    opener.current = document.activeElement;
    finish(null);
    ask(next);
  };
  const onDone = (at: Place, text: string) => {
    opener.current = null;
    ask(null);
    finish((before) => ({ at, text, turn: (before?.turn ?? 0) + 1 }));
  };
  return (
    <Page
      wide title={pick(name)}
      over={<><span className={css['screen']}><Link href={signedIn ? '/bodies' : `/e/${environment.slug}`}>{signedIn ? say('bodies.title') : environment.name}</Link></span><span>{say(`bodies.kind.${kind}`)}</span><Badge kind={authority === 'DECIDING' ? 'done' : 'plain'}>{say(`bodies.authority.${authority}`)}</Badge></>}
    >
      <p className={css['sheet']}><strong>{say('bodies.sheet')}</strong> · {environment.school.name} · {environment.name}</p>
      {closedAt && <Notice kind="warn" title={say('bodies.ended')}><p>{say('bodies.endedOn', { when: dates.day(closedAt) })}</p></Notice>}
      <DoneNotice done={done} at="TOP" />
      {remit.length > 0 && <p className={css['remit']}><LocalText of={remit} /></p>}
      <div className={css['screen']}><Row>
        <Link href={`/bodies/${body.id}/meetings`} className={buttonClass('secondary')}>{say('bodies.meetings')}</Link>
        <Link href={`/minutes?body=${body.id}`} className={buttonClass('quiet')}>{say('bodies.minutes')}</Link>
        <a href={`webcal://${location.host}/calendar/bodies/${body.id}.ics?lang=${locale}`} className={buttonClass('quiet')}>{say('bodies.calendar')}</a>
        {(viewerCan.follow || body.viewerFollows) && <FollowButton body={body} />}
      </Row></div>
      {keeps && <div className={css['screen']}><Suspense fallback={null}><KeepPanel body={body} onAsk={onAsk} /></Suspense></div>}
      <Section title={say('bodies.facts')}><Facts body={body} /></Section>
      {children && <div className={css['screen']}>{children}</div>}
      <Section title={say('bodies.members')}>
        <DoneNotice done={done} at="SEATS" />
        <Members body={body} onAsk={viewerCan.keep ? onAsk : undefined} />
      </Section>
      <Section title={say('bodies.officers')}>
        <DoneNotice done={done} at="OFFICERS" />
        <Officers body={body} onAsk={viewerCan.keep ? onAsk : undefined} />
      </Section>
      {composition.length > 0 && (
        <Section title={say('bodies.composition')}>
          <CompositionLines lines={composition} />
          <p className={css['small']}>{say('bodies.composition.note')}</p>
        </Section>
      )}
      <Section title={say('bodies.bylaws')}><BylawsText body={body} /></Section>
      <div className={css['screen']}><Section title={say('bodies.record')}><Record id={body.id} /></Section></div>
      <div className={css['screen']}><Button kind="secondary" onClick={() => print()}>{say('bodies.print')}</Button></div>
      {asked && <Suspense fallback={null}><KeepDialog key={JSON.stringify(asked)} asked={asked} body={body} onClose={() => ask(null)} onDone={onDone} /></Suspense>}
    </Page>
  );
}

/** What anybody needs to know of it, in sentences. */
function Facts({ body }: { body: Body }) {
  const say = useMessages('bodies');
  const law = useLawWords();
  const dates = useDates(body.environment.timeZone);
  const { authority, closedAt, quorumNeeded: needed, votingMembers: members, rosterCertifiedAt } = body;
  const quorum = members === 0 ? say('bodies.quorumNone') : needed > members ? say('bodies.quorumBeyond', { needed, members }) : say('bodies.quorum', { needed, members });
  const facts: ReactNode[] = [say(`bodies.does.${authority}`), law(body), quorum];
  if (!closedAt) facts.push(rosterCertifiedAt ? say('bodies.certified', { when: dates.day(rosterCertifiedAt) }) : say('bodies.notCertified'));
  return <ul className={css['facts']}>{facts.map((fact, at) => <li key={at}>{fact}</li>)}</ul>;
}

const SHEETS = ['meetings', 'attendance', 'motions', 'votes', 'decisions', 'action-items', 'minutes'] as const;

/** What it did, for other programs and for spreadsheets. */
function Record({ id }: { id: string }) {
  const say = useMessages('bodies');
  return (
    <>
      <p className={css['note']}>{say('bodies.record.what')}</p>
      <ul className={css['files']}>
        {SHEETS.map((sheet) => <li key={sheet}><a href={`/records/bodies/${id}/${sheet}.csv?bom`} download>{say(`bodies.record.${sheet}`)}</a></li>)}
        <li><a href={`/records/bodies/${id}/popolo.json`} type="application/json">{say('bodies.record.whole')}</a></li>
      </ul>
    </>
  );
}
