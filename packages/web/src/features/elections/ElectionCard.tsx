import { type FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { type ElectionCard_ElectionFragment, ElectionCard_ElectionFragmentDoc } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { Stack } from '../../ui/Page.tsx';
import { ElectionBadge } from './ElectionBadge.tsx';
import css from './Elections.module.css';
import { nominationsOver } from './view.ts';

interface ListProps {
  elections: readonly { node: FragmentType<ElectionCard_ElectionFragment> & { id: string } }[];
  timeZone: string;
  heading?: 'h2' | 'h3';
}

export const ElectionList = ({ elections, timeZone, heading = 'h3' }: ListProps) => (
  <Stack as="ul" gap={3}>{elections.map(({ node }) => <ElectionCard key={node.id} election={node} timeZone={timeZone} heading={heading} />)}</Stack>
);

/** One election in a list: its state, its title, and the one thing worth knowing now. */
function ElectionCard({ election, timeZone, heading: Heading }: { election: FragmentType<ElectionCard_ElectionFragment>; timeZone: string; heading: 'h2' | 'h3' }) {
  const { data, complete } = useFragment({ fragment: ElectionCard_ElectionFragmentDoc, from: election });
  if (!complete) return null;
  return (
    <Card as="li" className={css['card']}>
      <p><ElectionBadge state={data.state} /></p>
      <Heading className={css['name']}><Link href={`/elections/${data.id}`}><LocalText of={data.title} /></Link></Heading>
      <p className={css['note']}><News election={data} timeZone={timeZone} /></p>
    </Card>
  );
}

function News({ election, timeZone }: { election: ElectionCard_ElectionFragment; timeZone: string }) {
  const say = useMessages('elections');
  const dates = useDates(timeZone);
  switch (election.state) {
    case 'NOTICED':
      return say('card.NOTICED', { when: dates.dayTime(election.nominationsFrom) });
    case 'NOMINATING':
      return nominationsOver(election)
        ? say('card.nominationsOver', { when: dates.dayTime(election.opensAt) })
        : say('card.NOMINATING', { when: dates.dayTime(election.nominationsUntil) });
    case 'OPEN':
      return say('card.OPEN', { when: dates.dayTime(election.closesAt) });
    case 'CERTIFIED':
      return say(election.seatedAt ? 'card.seated' : 'card.CERTIFIED');
    default:
      return say(`card.${election.state}`);
  }
}
