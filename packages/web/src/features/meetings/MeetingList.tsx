import type { MeetingCardFragment } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Meetings.module.css';
import { StateBadge } from './StateBadge.tsx';

/** Meetings one under another: when, where, and how far each has come. */
export function MeetingList({ meetings, timeZone, under = false }: {
  meetings: readonly { readonly node: MeetingCardFragment }[]; timeZone: string;
  /** In a section of a page, whose own heading stands above. */
  under?: boolean;
}) {
  const Name = under ? 'h3' : 'h2';
  const say = useMessages('meetings');
  const dates = useDates(timeZone);
  return (
    <Stack as="ul" gap={3}>
      {meetings.map(({ node: { id, kind, state, startsAt, changed, title, place } }) => (
        <Card as="li" key={id} className={css['card']}>
          <p className={css['badges']}><StateBadge state={state} /><span className={css['kind']}>{say(`meetings.kind.${kind}`)}</span>{changed && <span className={css['kind']}>{say('meetings.waiting')}</span>}</p>
          <Name className={css['name']}><Link href={`/meetings/${id}`}><LocalText of={title} /></Link></Name>
          <p><strong>{startsAt ? dates.dayTime(startsAt) : say('meetings.noDay')}</strong>{place.length > 0 && <> · <LocalText of={place} /></>}</p>
        </Card>
      ))}
    </Stack>
  );
}
