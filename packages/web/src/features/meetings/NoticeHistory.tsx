import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './Meetings.module.css';
import { lastNotice, lawOf, type Meeting } from './meeting.ts';

/** Which version of the notice this is, and what the earlier ones listed. */
export function NoticeHistory({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const dates = useDates(meeting.environment.timeZone);
  const last = lastNotice(meeting);
  if (last === null) return null;
  const posted = ({ postedAt, postedBy, number }: Meeting['notices'][number]) =>
    (postedBy ? say('meetings.version.by', { number, when: dates.dayTime(postedAt), name: postedBy }) : say('meetings.version', { number, when: dates.dayTime(postedAt) }));
  const earlier = meeting.notices.slice(0, -1).toReversed();
  return (
    <div className={css['part']}>
      <p>{posted(last)} {earlier.length === 0 && say('meetings.version.only')}</p>
      {earlier.length > 0 && (
        <details className={css['earlier']}>
          <summary>{say('meetings.earlier', { count: earlier.length })}</summary>
          {earlier.map((notice) => (
            <div key={notice.number}>
              <p><strong>{posted(notice)}</strong></p>
              <p>{say('meetings.version.when', { when: dates.dayTime(notice.startsAt) })} <LocalText of={notice.place} /></p>
              <ul className={css['old']}>{notice.items.map(({ label, title }) => <li key={label}><span className={css['label']}>{label}</span> <LocalText of={title} /></li>)}</ul>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

/** Where each version hung, since when, and whose word that is. */
export function Proofs({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const dates = useDates(meeting.environment.timeZone);
  const law = lawOf(meeting);
  return (
    <div className={css['part']}>
      <h3 className={css['h3']}>{say('meetings.proofs')}</h3>
      {meeting.proofs.length === 0 && <p className={css['note']}>{say('meetings.proofs.none')}</p>}
      <ul className={css['lines']}>
        {meeting.proofs.map(({ id, noticeNumber, where, place, postedAt, attestedBy }) => (
          <li key={id}>
            <strong>{place}</strong> · {say(`meetings.hung.${where}`, { number: noticeNumber, when: dates.dayTime(postedAt) })} {attestedBy ? say('meetings.attested', { name: attestedBy }) : say('meetings.attested.student')}
          </li>
        ))}
      </ul>
      {meeting.needsProof && law !== 'PRIVATE' && meeting.viewerCan.provePosting && <Notice kind="warn" title={say('meetings.needsProof')}><p>{say(`meetings.needsProof.${law}`)}</p></Notice>}
    </div>
  );
}
