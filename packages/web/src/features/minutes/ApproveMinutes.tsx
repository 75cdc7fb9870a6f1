import { useQuery } from '@apollo/client/react';
import { useLive } from '../../apollo/use-live.ts';
import { MinutesToApproveDocument, MinutesTurnedDocument } from '../../gql/graphql.ts';
import { chooseLocale } from '../../i18n/locales.ts';
import { datesIn, useDates } from '../../i18n/use-dates.ts';
import { useMessages, useMessagesIn } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row } from '../../ui/Page.tsx';
import css from './Minutes.module.css';

interface ApproveMinutesProps {
  meetingId: string;
  /** The item before the body. */
  itemId: string;
  /** Moves that the minutes be approved; null for who cannot move now, or where somebody has. */
  onMove: ((aboutId: string, text: { locale: string; text: string }[]) => void) | null;
}

/** In the room, at the item that is about minutes: the way to them, their open corrections, and the motion with one press. */
export default function ApproveMinutes({ meetingId, itemId, onMove }: ApproveMinutesProps) {
  const say = useMessages('minutes');
  const sayIn = { en: useMessagesIn('minutes', 'en'), es: useMessagesIn('minutes', 'es') };
  const { data, refetch } = useQuery(MinutesToApproveDocument, { variables: { id: meetingId } });
  const meeting = data?.meeting;
  const timeZone = meeting?.environment.timeZone;
  const dates = useDates(timeZone);
  const minutes = meeting?.sitting?.items.find(({ id }) => id === itemId)?.minutes ?? null;
  useLive(MinutesTurnedDocument, minutes && { id: minutes.id }, () => void refetch().catch(() => {}));
  if (!meeting || !minutes) return null;
  const { startsAt } = minutes.meeting;
  const open = minutes.corrections.filter(({ state }) => state === 'PROPOSED').length;
  // The motion is worded in the languages the record is kept in, whatever the mover reads.
  const locales = [...new Set((meeting.environment.requiredLocales.length > 0 ? meeting.environment.requiredLocales : ['en']).map((tag) => chooseLocale([tag])))];
  const worded = () => locales.map((locale) => ({ locale, text: sayIn[locale]('approve.motion', { when: startsAt ? datesIn(locale, timeZone).day(startsAt) : '' }) }));
  return (
    <div className={css['approve']}>
      <p><Link href={`/meetings/${minutes.id}/minutes`}>{say('minutes.titleOf', { when: startsAt ? dates.day(startsAt) : '' })}</Link> · {say(`minutes.state.${minutes.state}`)}</p>
      {minutes.state === 'CIRCULATED' && <p className={css['small']}>{say('approve.open', { count: open })}</p>}
      {minutes.state === 'CIRCULATED' && onMove && <Row><Button onClick={() => onMove(minutes.id, worded())}>{say('approve.move')}</Button></Row>}
    </div>
  );
}
