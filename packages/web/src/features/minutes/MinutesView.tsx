import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { MinutesTurnedDocument, SittingMovedDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { SkeletonLines } from './SkeletonLines.tsx';
import { announce } from '../../ui/announce.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Section } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import css from './Minutes.module.css';
import { isApproved, type Minutes, type MinutesMeeting } from './minutes.ts';
import { MinutesText } from './MinutesText.tsx';
import { SaveMinutes } from './SaveMinutes.tsx';

/** Only for those who write them, so the editor comes by itself. */
const NotesPanel = lazy(() => import('./NotesPanel.tsx'));
const Circulate = lazy(() => import('./Circulate.tsx'));
const Corrections = lazy(() => import('./Corrections.tsx'));
const CorrectButton = lazy(() => import('./CorrectButton.tsx'));
const ReturnButton = lazy(() => import('./ReturnButton.tsx'));
const NotesLanguage = lazy(() => import('./NotesLanguage.tsx'));
const Translate = lazy(() => import('./Translate.tsx'));
const LeftBehind = lazy(() => import('./LeftBehind.tsx'));
const Versions = lazy(() => import('./Versions.tsx'));

const BADGES: Record<Minutes['state'], 'plain' | 'live' | 'done' | 'warn'> = { DRAFT: 'warn', CIRCULATED: 'live', APPROVED: 'done', APPROVED_AS_CORRECTED: 'done', AMENDED: 'done' };

/** The minutes of a meeting, for whoever comes: to write them, to correct them, to read and print them. `children`: what other features say of the meeting. */
export function MinutesView({ meeting, minutes, onRead, children }: { meeting: MinutesMeeting; minutes: Minutes; onRead: () => void; children?: ReactNode }) {
  const say = useMessages('minutes');
  const dates = useDates(meeting.environment.timeZone);
  useNews(minutes, onRead);
  const { state, viewerCan } = minutes;
  const when = meeting.startsAt ? dates.day(meeting.startsAt) : null;
  return (
    <Page
      wide title={when ? say('minutes.titleOf', { when }) : say('minutes.title')}
      over={<><Link href={`/bodies/${meeting.body.id}`}><LocalText of={meeting.body.name} /></Link><Link href={`/meetings/${meeting.id}`}><LocalText of={meeting.title} /></Link><Badge kind={BADGES[state]}>{say(`minutes.state.${state}`)}</Badge></>}
    >
      {state === 'DRAFT' && viewerCan.write ? <Desk meeting={meeting} minutes={minutes} onRead={onRead} /> : <Reading meeting={meeting} minutes={minutes} />}
      {children}
      <div className={css['screen']}>
        <Row>
          <Link href={`/meetings/${meeting.id}`} className={buttonClass('secondary')}>{say('minutes.toMeeting')}</Link>
          <Link href={`/minutes?body=${meeting.body.id}`} className={buttonClass('quiet')}>{say('minutes.toArchive')}</Link>
        </Row>
      </div>
    </Page>
  );
}

/** Says once that they changed, and asks for them again under the viewer's own eyes. */
function useNews({ id, state, version, corrections }: Minutes, read: () => void): void {
  const say = useMessages('minutes');
  const heard = useRef(false);
  useLive(MinutesTurnedDocument, { id }, () => {
    // The first message says only that it is open.
    if (heard.current) read();
    heard.current = true;
  });
  const news = `${state} ${version} ${corrections.length}`;
  const known = useRef(news);
  useEffect(() => {
    if (known.current === news) return;
    known.current = news;
    announce(say(`minutes.news.${state}`));
  }, [news, say, state]);
}

/** Where those who run the sitting write its minutes. */
function Desk({ meeting, minutes, onRead }: { meeting: MinutesMeeting; minutes: Minutes; onRead: () => void }) {
  const say = useMessages('minutes');
  useSitting(meeting.id, onRead);
  const [tab, show] = useState<'NOTES' | 'RECORD'>(location.hash === '#record' ? 'RECORD' : 'NOTES');
  const choose = (next: string) => {
    // What the sitting did meanwhile is in them at the next look.
    onRead();
    show(next === 'RECORD' ? 'RECORD' : 'NOTES');
  };
  const tools = (block: Minutes['blocks'][number]) => (block.kind === 'NOTES'
    ? <Suspense fallback={null}><Translate block={block} minutes={minutes} locales={meeting.environment.requiredLocales} /></Suspense> : null);
  return (
    <Tabs label={say('minutes.desk')} tabs={[{ key: 'NOTES', label: say('minutes.desk.NOTES') }, { key: 'RECORD', label: say('minutes.desk.RECORD') }]} current={tab} onChange={choose}>
      <Suspense fallback={<SkeletonLines />}>
        {tab === 'NOTES'
          ? <div className={css['part']}><p className={css['note']}>{say('notes.lead')}</p><NotesPanel meetingId={meeting.id} /></div>
          : <div className={css['part']}><NotesLanguage minutes={minutes} locales={meeting.environment.requiredLocales} /><Circulate meeting={meeting} minutes={minutes} tools={tools} /></div>}
      </Suspense>
    </Tabs>
  );
}

const QUIET_MS = 800;

/** A record in the making is asked for again when the sitting has moved on and come to rest. */
function useSitting(id: string, read: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(SittingMovedDocument, { id }, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), QUIET_MS);
  });
}

function Reading({ meeting, minutes }: { meeting: MinutesMeeting; minutes: Minutes }) {
  const say = useMessages('minutes');
  const dates = useDates(meeting.environment.timeZone);
  const { state, blocks, viewerCan, approvedAt, circulatedAt, corrections } = minutes;
  if (!viewerCan.read) return <EmptyState title={say(`minutes.unread.${state === 'CIRCULATED' ? 'CIRCULATED' : 'DRAFT'}`)}>{say('minutes.unread.how')}</EmptyState>;
  const approved = isApproved(minutes);
  const settling = (state === 'CIRCULATED' && corrections.length > 0) || viewerCan.correct;
  return (
    <>
      {state === 'CIRCULATED' && viewerCan.return && <div className={css['screen']}><Suspense fallback={null}><LeftBehind meetingId={meeting.id} /></Suspense></div>}
      {!approved && <Notice kind="warn" title={say(`minutes.notApproved.${state === 'DRAFT' ? 'DRAFT' : 'CIRCULATED'}`)}><p>{state === 'CIRCULATED' && circulatedAt ? say('minutes.notApproved.since', { when: dates.dayTime(circulatedAt) }) : say('minutes.notApproved.how')}</p></Notice>}
      {approved && approvedAt && <p className={css['lead']}>{say(`minutes.approved.${state as 'APPROVED' | 'APPROVED_AS_CORRECTED' | 'AMENDED'}`, { when: dates.day(approvedAt) })}</p>}
      {approved && !viewerCan.correct && <p className={`${css['note']} ${css['screen']}`}>{say('minutes.approved.change')}</p>}
      {settling && <Suspense fallback={null}><Corrections minutes={minutes} /></Suspense>}
      <div className={css['screen']}><SaveMinutes meeting={meeting} minutes={minutes} /></div>
      <article className={css['paper']} data-draft={approved ? undefined : say('minutes.watermark')}>
        <MinutesText
          blocks={blocks}
          tools={viewerCan.correct ? (block) => (block.kind === 'HEADING' ? null : <Suspense fallback={null}><CorrectButton block={block} minutes={minutes} /></Suspense>) : undefined}
        />
      </article>
      {approved && !settling && corrections.length > 0 && <Suspense fallback={null}><Corrections minutes={minutes} /></Suspense>}
      {minutes.number > 0 && <Section title={say('minutes.proof')}><Suspense fallback={<SkeletonLines />}><Versions key={`${minutes.number} ${state}`} meeting={meeting} minutes={minutes} /></Suspense></Section>}
      {viewerCan.return && <Suspense fallback={null}><ReturnButton minutes={minutes} /></Suspense>}
    </>
  );
}
