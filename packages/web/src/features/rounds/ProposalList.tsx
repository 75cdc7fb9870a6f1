import type { ProposalsQuery } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Rounds.module.css';
import { StateBadge } from './StateBadge.tsx';

type Listed = NonNullable<ProposalsQuery['viewer']>['environment']['proposals']['edges'][number]['node'];

export function ProposalList({ proposals, timeZone }: { proposals: readonly { node: Listed }[]; timeZone: string }) {
  return <Stack as="ul" gap={3}>{proposals.map(({ node }) => <ProposalCard key={node.id} proposal={node} timeZone={timeZone} />)}</Stack>;
}

function ProposalCard({ proposal: { id, state, kind, round, publicRecord, openedAt, endedAt, title, participation }, timeZone }: { proposal: Listed; timeZone: string }) {
  const say = useMessages('rounds');
  const dates = useDates(timeZone);
  return (
    <Card as="li">
      <p className={css['badges']}>
        <StateBadge state={state} round={round} />
        <span className={css['kind']}>{say(`rounds.kind.${kind}`)}</span>
        {publicRecord && <Badge>{say('rounds.publicBadge')}</Badge>}
        {state === 'OPEN' && participation && <Badge kind={participation.answered ? 'plain' : 'warn'}>{say(participation.answered ? 'rounds.answered' : 'rounds.asksYou')}</Badge>}
      </p>
      <h2 className={css['cardTitle']}><Link href={`/rounds/${id}`}><LocalText of={title} /></Link></h2>
      {endedAt ? <p className={css['note']}>{say('rounds.ended', { when: dates.day(endedAt) })}</p> : openedAt && <p className={css['note']}>{say('rounds.opened', { when: dates.day(openedAt) })}</p>}
    </Card>
  );
}
