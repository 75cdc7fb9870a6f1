import { useEffect, useRef, useState } from 'react';
import { PostNoticeDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Meetings.module.css';
import { type Fault, hoursAskedBy, lawOf, losing, type Meeting } from './meeting.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useGiveBack } from './use-give-back.ts';
import { useMeetingAct } from './use-meeting-act.ts';
import { useFaultWords } from './words.ts';

interface PostPanelProps {
  meeting: Meeting;
  faults: readonly Fault[];
  now: number;
  /** Something typed is not saved yet. */
  unsaved: boolean;
  onFault: (fault: Fault) => void;
  onPosted: (meeting: Meeting) => void;
}

/** Until when the notice has to be posted, and everything that still keeps it from being posted. */
export function PostPanel({ meeting, faults, now, unsaved, onFault, onPosted }: PostPanelProps) {
  const say = useMessages('meetings');
  const pick = usePickText();
  const faultWords = useFaultWords(meeting.environment.timeZone);
  const list = useRef<HTMLHeadingElement>(null);
  const [asked, ask] = useState(false);
  const { agenda, changed, notices, viewerCan } = meeting;
  const costs = losing(meeting, now);
  const first = notices.length === 0;
  const where = ({ itemId }: Fault) => {
    const item = agenda.find(({ id }) => id === itemId);
    return item ? say('meetings.fault.ofItem', { label: item.label, title: pick(item.title) }) : '';
  };
  return (
    <aside className={css['aside']} aria-label={say('meetings.post.panel')}>
      <Clock meeting={meeting} now={now} />
      {faults.length > 0 && (
        <div className={css['part']}>
          <h2 ref={list} tabIndex={-1}>{say('meetings.post.missing', { count: faults.length })}</h2>
          <ul className={css['faults']}>
            {faults.map((fault) => (
              <li key={`${fault.itemId} ${fault.field} ${fault.code}`}>
                <a href={`#${fault.itemId === null ? 'meeting' : `edit-${fault.itemId}`}`} onClick={(event) => { event.preventDefault(); onFault(fault); }}>{where(fault)} {faultWords(fault)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {faults.length === 0 && (first || changed) && <p>{say('meetings.post.ready')}</p>}
      {!first && !changed && <p>{say('meetings.post.same')}</p>}
      {costs.length > 0 && <Costs meeting={meeting} now={now} />}
      {unsaved && <p><strong>{say('meetings.post.unsaved')}</strong></p>}
      {viewerCan.postNotice && (first || changed) && (
        <Button aria-disabled={unsaved || faults.length > 0 || undefined} onClick={() => { if (faults.length > 0) list.current?.focus(); else if (!unsaved) ask(true); }}>{say(first ? 'meetings.post.verb' : 'meetings.post.again')}</Button>
      )}
      {asked && <PostDialog meeting={meeting} now={now} onClose={() => ask(false)} onPosted={onPosted} />}
    </aside>
  );
}

/** The last lawful moment, in words. */
function Clock({ meeting, now }: { meeting: Meeting; now: number }) {
  const say = useMessages('meetings');
  const dates = useDates(meeting.environment.timeZone);
  const { latestPosting, noticeHours, notices } = meeting;
  if (latestPosting == null) return <p className={css['clock']}>{say('meetings.clock.none')}</p>;
  const when = dates.dayTime(latestPosting);
  const late = now > Date.parse(latestPosting);
  const state = late ? (notices.length > 0 ? 'lateChange' : 'late') : notices.length > 0 ? 'change' : 'first';
  return (
    <div className={css['part']}>
      <p className={css['clock']}>{say(`meetings.clock.${state}`, { when })}</p>
      <p className={css['note']}>{!late && say('meetings.clock.left', { left: dates.fromNow(latestPosting, now) })} {say(`meetings.sheet.law.${hoursAskedBy(meeting)}`, { hours: noticeHours })}</p>
    </div>
  );
}

/** Which items a new version posted now could only be talked about. */
function Costs({ meeting, now }: { meeting: Meeting; now: number }) {
  const say = useMessages('meetings');
  const pick = usePickText();
  return (
    <Notice kind="warn" title={say('meetings.costs')}>
      <ul>{losing(meeting, now).map(({ id, label, title }) => <li key={id}>{label} {pick(title)}</li>)}</ul>
      <p>{say(`meetings.only.law.${hoursAskedBy(meeting)}`, { hours: meeting.noticeHours })}</p>
    </Notice>
  );
}

function PostDialog({ meeting, now, onClose, onPosted }: { meeting: Meeting; now: number; onClose: () => void; onPosted: (meeting: Meeting) => void }) {
  const core = useMessages();
  const say = useMessages('meetings');
  useGiveBack();
  const act = useMeetingAct();
  const alive = useRef(true);
  useEffect(() => () => { alive.current = false; }, []);
  const first = meeting.notices.length === 0;
  const send = async () => {
    const done = await act.run(PostNoticeDocument, { id: meeting.id, version: meeting.version });
    if (done && alive.current) onPosted(done);
  };
  return (
    <Dialog open title={say(first ? 'meetings.post.title' : 'meetings.post.againTitle', { number: meeting.notices.length + 1 })} onClose={onClose} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={() => void send()}>{say(first ? 'meetings.post.verb' : 'meetings.post.again')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
        <p>{say(first ? 'meetings.post.explain' : 'meetings.post.againExplain')}</p>
        {losing(meeting, now).length > 0 && <Costs meeting={meeting} now={now} />}
        {lawOf(meeting) !== 'PRIVATE' && <p>{say('meetings.post.hang')}</p>}
      </Stack>
    </Dialog>
  );
}
