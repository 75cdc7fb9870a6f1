import { useQuery } from '@apollo/client/react';
import { useLive } from '../../apollo/use-live.ts';
import { AmendingChangesDocument, MinutesTurnedDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/Link.tsx';
import { Changed } from './Changed.tsx';
import css from './Minutes.module.css';
import { wordsChanged } from './minutes.ts';

/** On the card of a motion to change approved minutes: the way to them, and what is proposed within the motion. */
export default function AmendingChanges({ minutesId, motionId }: { minutesId: string; motionId: string }) {
  const say = useMessages('minutes');
  const { data, refetch } = useQuery(AmendingChangesDocument, { variables: { id: minutesId } });
  const minutes = data?.minutes ?? null;
  const dates = useDates(minutes?.meeting.environment.timeZone);
  useLive(MinutesTurnedDocument, minutes && { id: minutesId }, () => void refetch().catch(() => {}));
  if (!minutes) return null;
  const { startsAt } = minutes.meeting;
  const changes = minutes.corrections.filter((correction) => correction.motionId === motionId && correction.state !== 'WITHDRAWN');
  return (
    <div className={css['approve']}>
      <p><Link href={`/meetings/${minutesId}/minutes`}>{say('minutes.titleOf', { when: startsAt ? dates.day(startsAt) : '' })}</Link> · {say(`minutes.state.${minutes.state}`)}</p>
      <p className={css['small']}>{say('amending.changes', { count: changes.length })}{minutes.viewerCan.correct && changes.length === 0 ? ` ${say('amending.write')}` : ''}</p>
      {changes.length > 0 && (
        <ul className={css['corrections']}>
          {changes.map(({ id, language, before, after }) => <li key={id}><p lang={language} className={css['quote']}><Changed pieces={wordsChanged(before, after)} /></p></li>)}
        </ul>
      )}
    </div>
  );
}
