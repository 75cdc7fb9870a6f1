import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './Meetings.module.css';
import paperCss from './Papers.module.css';
import { lastNotice, lawOf, type Meeting } from './meeting.ts';

/** Which version of the notice this is, and what the earlier ones listed. */
export function NoticeHistory({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const dates = useDates(meeting.environment.timeZone);
  const last = lastNotice(meeting);
  if (last === null) return null;
  const posted = ({ postedAt, postedBy, number }: Meeting['notices'][number]) =>
    (postedBy ? say('meetings.version.by', { number, when: dates.dayTime(postedAt), name: postedBy }) : say('meetings.version', { number, when: dates.dayTime(postedAt) }));
  const takenBack = last.items.flatMap(({ papers }) => papers).filter(({ withdrawnAt }) => withdrawnAt);
  const earlier = meeting.notices.slice(0, -1).toReversed();
  return (
    <div className={css['part']}>
      <p>{posted(last)} {earlier.length === 0 && say('meetings.version.only')}</p>
      {takenBack.length > 0 && <p className={css['note']}>{say('meetings.papers.takenBack', { titles: takenBack.map(({ title }) => title).join(', ') })}</p>}
      {earlier.length > 0 && (
        <details className={css['earlier']}>
          <summary>{say('meetings.earlier', { count: earlier.length })}</summary>
          {earlier.map((notice) => (
            <div key={notice.number}>
              <p><strong>{posted(notice)}</strong></p>
              <p>{say('meetings.version.when', { when: dates.dayTime(notice.startsAt) })} <LocalText of={notice.place} /></p>
              <ul className={css['old']}>{notice.items.map(({ label, title, papers }) => <li key={label}><span className={css['label']}>{label}</span> <LocalText of={title} /><Listed papers={papers} /></li>)}</ul>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

type ListedPaper = Meeting['notices'][number]['items'][number]['papers'][number];

/** Papers as a notice listed them. */
function Listed({ papers }: { papers: readonly ListedPaper[] }) {
  const say = useMessages('meetings');
  if (papers.length === 0) return null;
  return <> · {say('meetings.papers', { count: papers.length })} {papers.map(({ id, title, url, withdrawnAt }, at) => <span key={id}>{at > 0 && ', '}{url ? <a href={url}>{title}</a> : title}{withdrawnAt && <> {say('meetings.paper.takenBack')}</>}</span>)}</>;
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
        {meeting.proofs.map(({ id, noticeNumber, where, place, postedAt, attestedBy, photo }) => (
          <li key={id}>
            <strong>{place}</strong> · {say(`meetings.hung.${where}`, { number: noticeNumber, when: dates.dayTime(postedAt) })} {attestedBy ? say('meetings.attested', { name: attestedBy }) : say('meetings.attested.student')}
            {photo && <a href={photo.url}><img src={photo.url} alt={say('meetings.photo.alt', { place })} loading="lazy" className={paperCss['photo']} /></a>}
          </li>
        ))}
      </ul>
      {meeting.needsProof && law !== 'PRIVATE' && meeting.viewerCan.provePosting && <Notice kind="warn" title={say('meetings.needsProof')}><p>{say(`meetings.needsProof.${law}`)}</p></Notice>}
    </div>
  );
}
