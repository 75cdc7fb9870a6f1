import { type FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { type BallotCard_BallotFragment, BallotCard_BallotFragmentDoc } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import css from './BallotCard.module.css';
import { useOptionLabel } from './option-label.tsx';
import { StateBadge } from './StateBadge.tsx';
import { headline } from '../../i18n/joined.ts';

/** One ballot in a list: its state, its question, and the one thing worth knowing now. */
export function BallotCard({ ballot, timeZone, heading: Heading }: { ballot: FragmentType<BallotCard_BallotFragment>; timeZone: string; heading: 'h2' | 'h3' }) {
  const say = useMessages();
  const { data, complete } = useFragment({ fragment: BallotCard_BallotFragmentDoc, from: ballot });
  if (!complete) return null;
  return (
    <Card as="li" className={css['card']}>
      <p className={css['states']}>
        <StateBadge state={data.state} />
        {data.participation?.voted && <Badge>{say('ballot.youVoted')}</Badge>}
      </p>
      <Heading className={css['question']}><Link href={`/b/${data.id}`}><LocalText of={data.question} /></Link></Heading>
      <p className={css['news']}><News ballot={data} timeZone={timeZone} /></p>
    </Card>
  );
}

function News({ ballot, timeZone }: { ballot: BallotCard_BallotFragment; timeZone: string }) {
  const say = useMessages();
  const dates = useDates(timeZone);
  const label = useOptionLabel();
  const { state, turnout } = ballot;
  if (state === 'CERTIFIED' && ballot.result) {
    const { outcome, chosen, rules } = ballot.result;
    const front = outcome === 'TIED' ? rules.flatMap((rule) => (rule.__typename === 'PluralityExplanation' ? rule.leading : [])) : chosen;
    return outcome === 'CHOSEN' || outcome === 'TIED' ? say(`outcome.${outcome}.short`, { choice: headline(front.map(label), say) }) : say(`outcome.${outcome}.short`);
  }
  const voted = turnout.voted === null ? say('turnout.few') : say('turnout.voted', { voted: turnout.voted, roll: turnout.roll });
  if (state === 'OPEN') return `${ballot.closesAt ? say('ballot.closes', { when: dates.fromNow(ballot.closesAt) }) : ''} ${voted}`.trim();
  if (state === 'SCHEDULED' && ballot.opensAt) return say('ballot.opens', { when: dates.dayTime(ballot.opensAt) });
  if (state === 'CLOSED' || state === 'TALLIED') return say('ballot.waitingResult');
  return state === 'DRAFT' ? say('ballot.draftNote') : '';
}
