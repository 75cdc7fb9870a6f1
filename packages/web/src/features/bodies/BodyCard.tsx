import type { BodiesQuery } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Bodies.module.css';
import { vacantVoting } from './body.ts';
import { useOfficerWords } from './words.ts';

type Listed = NonNullable<BodiesQuery['viewer']>['environment']['bodies'][number];

export const BodyList = ({ bodies }: { bodies: readonly Listed[] }) => <Stack as="ul" gap={3}>{bodies.map((body) => <BodyCard key={body.id} body={body} />)}</Stack>;

/** One body in a list: what it is, whether it decides, how full it is, who leads it. */
function BodyCard({ body: { id, kind, authority, closedAt, name, votingMembers, seats, officers } }: { body: Listed }) {
  const say = useMessages('bodies');
  const holder = useOfficerWords();
  const chair = officers.find(({ office }) => office === 'CHAIR');
  return (
    <Card as="li" className={css['card']}>
      <p className={css['badges']}>
        <Badge kind={authority === 'DECIDING' ? 'done' : 'plain'}>{say(`bodies.authority.${authority}`)}</Badge>
        {closedAt && <Badge kind="warn">{say('bodies.ended')}</Badge>}
        <span className={css['kind']}>{say(`bodies.kind.${kind}`)}</span>
      </p>
      <h2 className={css['name']}><Link href={`/bodies/${id}`}><LocalText of={name} /></Link></h2>
      {!closedAt && (
        <p className={css['note']}>
          {say('bodies.card.members', { count: votingMembers })} · {say('bodies.card.vacant', { count: vacantVoting(seats) })} · {chair ? say('bodies.card.chair', { name: holder(chair) }) : say('bodies.card.noChair')}
        </p>
      )}
    </Card>
  );
}
