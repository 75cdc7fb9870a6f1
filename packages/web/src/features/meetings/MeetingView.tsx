import { lazy, type ReactNode, Suspense, useState } from 'react';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { joined } from '../../i18n/joined.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Section, Stack } from '../../ui/Page.tsx';
import { Attendance } from './Attendance.tsx';
import { AgendaTree } from './AgendaTree.tsx';
import { type Done, DoneNotice } from './DoneNotice.tsx';
import css from './Meetings.module.css';
import { hasRoom, lastNotice, lawOf, type Meeting } from './meeting.ts';
import { NoticeHistory, Proofs } from './NoticeHistory.tsx';
import { StateBadge } from './StateBadge.tsx';
import { useLiveMeeting } from './use-live-meeting.ts';
import { useSpan } from './words.ts';

/** Only for those who prepare it, so it comes by itself. */
const MeetingOffice = lazy(() => import('./MeetingOffice.tsx'));

/** From the call to order on there are minutes. */
const HELD: readonly Meeting['state'][] = ['IN_SESSION', 'ADJOURNED', 'NO_QUORUM'];

/** A meeting as anybody may read it; those who prepare it find here what they may do. `children`: what other features say of it. A copy asks nobody anything. */
export function MeetingView({ meeting, copied, onRead, children }: { meeting: Meeting; copied: boolean; onRead: () => void; children?: ReactNode }) {
  const say = useMessages('meetings');
  const pick = usePickText();
  const locale = useLocale();
  const dates = useDates(meeting.environment.timeZone);
  const [done, finish] = useState<Done | null>(null);
  useLiveMeeting(meeting, onRead);
  const { body, cancelReason, id, importedFrom, kind, notices, state, title, viewerCan } = meeting;
  const prepares = !importedFrom && (viewerCan.edit || viewerCan.postNotice || viewerCan.provePosting || viewerCan.cancel || viewerCan.discard || viewerCan.papers);
  return (
    <Page
      wide title={pick(title)}
      over={<><Link href={`/bodies/${body.id}`}><LocalText of={body.name} /></Link><span>{say(`meetings.kind.${kind}`)}</span><StateBadge state={state} /></>}
    >
      {state === 'CANCELLED' && <Notice kind="danger" title={say('meetings.cancelled')}>{cancelReason && <p className={css['said']}>{say('meetings.cancelled.why', { reason: cancelReason })}</p>}</Notice>}
      {hasRoom(meeting, Date.now()) && <div><Link href={`/meetings/${id}/room`} className={buttonClass()}>{say('meetings.room')}</Link></div>}
      <DoneNotice done={done} />
      {prepares && <Suspense fallback={null}><MeetingOffice meeting={meeting} onDone={(text) => finish((before) => ({ text, turn: (before?.turn ?? 0) + 1 }))} /></Suspense>}
      {importedFrom && <p className={css['said']}>{say('meetings.imported', { day: dates.day(importedFrom.importedAt) })}</p>}
      <Facts meeting={meeting} />
      {state === 'NOTICED' && !copied && <Attendance meeting={meeting} />}
      <Section title={say('meetings.agenda')}>
        {state !== 'CANCELLED' && !importedFrom && <p className={css['speak']}>{say(lawOf(meeting) === 'PRIVATE' ? 'meetings.speak.PRIVATE' : 'meetings.speak')}</p>}
        <AgendaTree meeting={meeting} />
      </Section>
      {notices.length > 0 && !importedFrom && (
        <Section title={say('meetings.notice')}>
          <Stack gap={4}>
            <NoticeHistory meeting={meeting} />
            <Proofs meeting={meeting} />
          </Stack>
        </Section>
      )}
      {children}
      <Row>
        {HELD.includes(state) && state !== 'IN_SESSION' && <Link href={`/meetings/${id}/room`} className={buttonClass('secondary')}>{say('meetings.toRecord')}</Link>}
        {HELD.includes(state) && <Link href={`/meetings/${id}/minutes`} className={buttonClass('secondary')}>{say('meetings.toMinutes')}</Link>}
        {notices.length > 0 && !importedFrom && <Link href={`/meetings/${id}/notice`} className={buttonClass('secondary')}>{say('meetings.toSheet')}</Link>}
        {state === 'NOTICED' && <a href={`/calendar/meetings/${id}.ics?lang=${locale}`} className={buttonClass('secondary')}>{say('meetings.calendar.add')}</a>}
        <Link href={`/bodies/${body.id}/meetings`} className={buttonClass('quiet')}>{say('meetings.others')}</Link>
      </Row>
    </Page>
  );
}

/** When, where, in which languages, and what it costs a family to come. */
function Facts({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const locale = useLocale();
  const span = useSpan(meeting.environment.timeZone);
  const { startsAt, endsAt, place, onlineUrl, interpretation, childcare, importedFrom } = meeting;
  return (
    <dl className={css['facts']}>
      <div><dt>{say('meetings.when')}</dt><dd>{startsAt ? <strong>{span(startsAt, endsAt)}</strong> : say('meetings.noDay')}</dd></div>
      <div><dt>{say('meetings.where')}</dt><dd>{place.length > 0 ? <LocalText of={place} /> : say('meetings.noPlace')}{onlineUrl && <><br /><a href={onlineUrl} rel="noreferrer">{say('meetings.online')}</a></>}</dd></div>
      {!importedFrom && <div><dt>{say('meetings.languages')}</dt><dd>{interpretation.length > 0 ? say('meetings.interpreted', { languages: joined(interpretation.map((tag) => languageName(tag, locale))) }) : say('meetings.notInterpreted')}</dd></div>}
      {!importedFrom && <div><dt>{say('meetings.children')}</dt><dd>{say(childcare ? 'meetings.childcare' : 'meetings.noChildcare')}</dd></div>}
      {lastNotice(meeting) === null && <div><dt>{say('meetings.notice')}</dt><dd>{say('meetings.notPosted')}</dd></div>}
    </dl>
  );
}
