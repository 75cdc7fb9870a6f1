import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/Link.tsx';
import css from './Meetings.module.css';
import { hoursAskedBy, type Item, type Meeting } from './meeting.ts';
import { PaperList } from './PaperList.tsx';

/** The agenda as anybody reads it: each item with what is meant to happen to it, and whether it may be decided. */
export function AgendaTree({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  if (meeting.agenda.length === 0) return <p className={css['note']}>{say('meetings.agenda.none')}</p>;
  return <Branch meeting={meeting} parentId={null} />;
}

function Branch({ meeting, parentId }: { meeting: Meeting; parentId: string | null }) {
  const items = meeting.agenda.filter((each) => (each.parentId ?? null) === parentId);
  if (items.length === 0) return null;
  return (
    <ol className={parentId === null ? css['agenda'] : css['parts']}>
      {items.map((item) => (
        <li key={item.id} className={css['item']}>
          <AgendaItem item={item} meeting={meeting} />
          <Branch meeting={meeting} parentId={item.id} />
        </li>
      ))}
    </ol>
  );
}

function AgendaItem({ item, meeting }: { item: Item; meeting: Meeting }) {
  const say = useMessages('meetings');
  const { label, title, intent, minutesPlanned, presenter, description, rationale, changed } = item;
  const about = [
    say(`meetings.intent.${intent}`),
    ...(minutesPlanned != null ? [say('meetings.minutes', { count: minutesPlanned })] : []),
    ...(presenter ? [say('meetings.presenter', { name: presenter })] : []),
  ];
  return (
    <div className={css['part']}>
      <h3 className={css['h3']}><span className={css['label']}>{label}</span> <LocalText of={title} /></h3>
      <p className={css['note']}>{about.join(' · ')}</p>
      {description.length > 0 && <p className={css['said']}><LocalText of={description} /></p>}
      {rationale.length > 0 && <p className={css['said']}><strong>{say('meetings.rationale')}</strong> <LocalText of={rationale} /></p>}
      <CarriedFrom item={item} meeting={meeting} />
      <PaperList item={item} meeting={meeting} />
      {changed && <p className={css['screen']}><em>{say('meetings.itemWaiting')}</em></p>}
      <Standing item={item} meeting={meeting} />
    </div>
  );
}

/** The last meeting that left it unfinished, and how many did before. */
function CarriedFrom({ item: { carriedFrom }, meeting }: { item: Item; meeting: Meeting }) {
  const say = useMessages('meetings');
  const dates = useDates(meeting.environment.timeZone);
  const last = carriedFrom.at(-1);
  if (last === undefined) return null;
  return (
    <p className={css['note']}>
      {say('meetings.carried', { times: carriedFrom.length })} <Link href={`/meetings/${last.id}`}><LocalText of={last.title} />{last.startsAt && `, ${dates.day(last.startsAt)}`}</Link>
    </p>
  );
}

/** Whether the body may decide the item at this meeting, and by which law not; or that nothing is left to decide. */
export function Standing({ item: { id, intent, standing }, meeting }: { item: Item; meeting: Meeting }) {
  const say = useMessages('meetings');
  const dates = useDates(meeting.environment.timeZone);
  // What may be decided is a question of a meeting that is still to come.
  if (!['DRAFT', 'NOTICED', 'IN_SESSION'].includes(meeting.state)) return null;
  const settled = meeting.settledItems.find(({ itemId }) => itemId === id);
  if (settled) return <p className={css['may']}><span aria-hidden="true">✓</span> {say(`meetings.settled.${settled.how}`, { day: dates.day(`${settled.settledOn}T20:00:00Z`) })}</p>;
  if (!standing || meeting.notices.length === 0 || (intent !== 'ACTION' && standing.may !== 'ACTION')) return null;
  if (standing.may === 'ACTION') return <p className={css['may']}><span aria-hidden="true">✓</span> {say('meetings.may.ACTION')}</p>;
  const reason = standing.reason ?? 'LISTED_TOO_LATE';
  const when = standing.neededBy ? dates.dayTime(standing.neededBy) : '';
  return (
    <div className={css['only']}>
      <p><span aria-hidden="true">!</span> <strong>{say(`meetings.only.${reason}`, { when })}</strong></p>
      <p>{say(`meetings.only.law.${hoursAskedBy(meeting)}`, { hours: meeting.noticeHours })}</p>
    </div>
  );
}
