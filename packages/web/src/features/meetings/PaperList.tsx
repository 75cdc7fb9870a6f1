import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import css from './Papers.module.css';
import type { Item, Meeting, Paper } from './meeting.ts';
import { kindIn, sizeIn } from './paper-words.ts';

/** What belongs to an item for everybody to read, and which of it came late. */
export function PaperList({ item: { papers }, meeting }: { item: Item; meeting: Meeting }) {
  const say = useMessages('meetings');
  if (papers.length === 0) return null;
  return (
    <div className={css['papers']}>
      <p><strong>{say('meetings.papers', { count: papers.length })}</strong></p>
      <ul>{papers.map((paper) => <li key={paper.id}><PaperLink paper={paper} /> <Late paper={paper} timeZone={meeting.environment.timeZone} /></li>)}</ul>
    </div>
  );
}

/** A paper by name, with what opens and how large it is. */
export function PaperLink({ paper }: { paper: Paper }) {
  const locale = useLocale();
  return <><a href={paper.url} className={css['paper']}>{paper.title}</a> <span className={css['note']}>({kindIn(paper.fileName)}, {sizeIn(locale, paper.bytes)})</span></>;
}

/** From when on a late paper could be read (Gov. Code 54957.5). */
export function Late({ paper: { availableAt, late }, timeZone }: { paper: Paper; timeZone: string }) {
  const say = useMessages('meetings');
  const dates = useDates(timeZone);
  return late && availableAt ? <em className={css['note']}>{say('meetings.paper.late', { when: dates.dayTime(availableAt) })}</em> : null;
}
