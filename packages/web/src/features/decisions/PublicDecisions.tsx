import { useQuery } from '@apollo/client/react';
import { LatestDecisionsDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/Link.tsx';
import { Section } from '../../ui/Page.tsx';
import css from './Decisions.module.css';
import { noon } from './words.ts';

/** What an environment's bodies decided lately, on its public page, each with the way to its body's register; nothing where there is nothing. */
export default function PublicDecisions({ environmentId, timeZone }: { environmentId: string; timeZone: string }) {
  const say = useMessages('decisions');
  const dates = useDates(timeZone);
  const { data } = useQuery(LatestDecisionsDocument, { variables: { id: environmentId } });
  const decisions = data?.environment?.latestDecisions ?? [];
  if (decisions.length === 0) return null;
  return (
    <Section title={say('decisions.lately')}>
      <ol className={css['list']}>
        {decisions.map(({ id, body, decidedOn, text }) => (
          <li key={id} className={css['decision']}>
            <p className={css['text']}><LocalText of={text} /></p>
            <p className={css['small']}>{dates.day(noon(decidedOn))} · <Link href={`/bodies/${body.id}/decisions`}><LocalText of={body.name} /></Link></p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
