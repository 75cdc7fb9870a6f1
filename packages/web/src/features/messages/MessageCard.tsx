import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import css from './Messages.module.css';
import type { Message } from './use-mailbox.ts';

/** One message; following its link reads it, and it can be put back. */
export function MessageCard({ message, timeZone, onRead }: { message: Message; timeZone: string; onRead: (id: string, read: boolean) => void }) {
  const say = useMessages('mailbox');
  const dates = useDates(timeZone);
  const { id, title, body, locale, path, arrivedAt, readAt } = message;
  const unread = readAt === null;
  return (
    <Card as="li" className={`${css['card']} ${unread ? css['unread'] : css['read']}`}>
      <p className={css['head']}>
        {unread && <Badge kind="live">{say('mailbox.new')}</Badge>}
        <time className={css['when']} dateTime={arrivedAt}>{dates.dayTime(arrivedAt)}</time>
      </p>
      <h2 className={css['title']} lang={locale}><Link href={path} onClick={unread ? () => onRead(id, true) : () => {}}>{title}</Link></h2>
      <p className={css['body']} lang={locale}>{body}</p>
      <div className={css['mark']}>
        <Button kind="quiet" aria-label={say(unread ? 'mailbox.markRead.of' : 'mailbox.markUnread.of', { title })} onClick={() => onRead(id, unread)}>{say(unread ? 'mailbox.markRead' : 'mailbox.markUnread')}</Button>
      </div>
    </Card>
  );
}
