import { useQuery } from '@apollo/client/react';
import { PublicBodiesDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/Link.tsx';
import { Section } from '../../ui/Page.tsx';
import css from './Bodies.module.css';
import { PublicWays } from './PublicWays.tsx';
import { useLiveBodies } from './use-live-bodies.ts';

/** An environment's councils and committees on its public page, as links; nothing where there are none. */
export default function PublicBodies({ environmentId }: { environmentId: string }) {
  const say = useMessages('bodies');
  const { data, refetch } = useQuery(PublicBodiesDocument, { variables: { id: environmentId } });
  useLiveBodies(environmentId, (turned) => {
    // One that is listed is new in the cache already: a crowd that reads this page need not ask.
    if (!data?.environment?.bodies.some(({ id }) => id === turned?.id)) void refetch().catch(() => {});
  });
  const bodies = data?.environment?.bodies.filter(({ closedAt }) => closedAt === null) ?? [];
  if (bodies.length === 0) return null;
  return (
    <Section title={say('bodies.title')}>
      <ul className={css['lines']}>
        {bodies.map(({ id, kind, name }) => <li key={id}><Link href={`/bodies/${id}`}><LocalText of={name} /></Link> <span className={css['small']}>{say(`bodies.kind.${kind}`)}</span></li>)}
      </ul>
      <PublicWays environmentId={environmentId} />
    </Section>
  );
}
