import type { DevelopmentMailboxQuery } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Messages.module.css';

type Letter = DevelopmentMailboxQuery['developmentLetters'][number];

/** What would have been sent, to whom and how, where this is only tried out. */
export function DevelopmentMailbox({ letters, timeZone }: { letters: readonly Letter[]; timeZone: string | undefined }) {
  const say = useMessages('mailbox');
  const dates = useDates(timeZone);
  if (letters.length === 0) return <EmptyState title={say('dev.none')}>{say('dev.noneWhy')}</EmptyState>;
  return (
    <Stack as="ul" gap={3}>
      {letters.map(({ id, channel, name, to, locale, title, body, url, carriedAt }) => (
        <Card as="li" key={id} className={css['card']}>
          <p className={css['head']}><Badge>{say(`channels.${channel}`)}</Badge><time className={css['when']} dateTime={carriedAt}>{dates.dayTime(carriedAt)}</time></p>
          <p className={css['to']}>{say('dev.to', { name, address: to })}</p>
          <h2 className={css['title']} lang={locale}>{title}</h2>
          <p className={css['body']} lang={locale}>{body}</p>
          <p><a href={url}>{url}</a></p>
        </Card>
      ))}
    </Stack>
  );
}
