import { useQuery } from '@apollo/client/react';
import { BodyOutcomesDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useFreshen } from '../../lib/use-freshen.ts';
import { useTurn } from '../../lib/use-turn.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import { ActionLine } from './ActionLine.tsx';
import css from './Decisions.module.css';
import { noon } from './words.ts';

/** What a body decided lately, and what is still to be done about it. `turn` grows when it is to be read again. */
export default function BodyOutcomes({ id, timeZone, turn }: { id: string; timeZone: string; turn: number }) {
  const say = useMessages('decisions');
  const dates = useDates(timeZone);
  const result = useQuery(BodyOutcomesDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const freshen = useFreshen(result, say('decisions.announce'));
  useTurn(turn, freshen);
  return (
    <Section title={say('decisions.title')}>
      <Loaded part result={result}>
        {({ body }) => body && (
          <Stack gap={4}>
            {body.decisions.edges.length === 0 && <EmptyState title={say('decisions.none')}>{say('decisions.noneWhy')}</EmptyState>}
            <ol className={css['list']}>
              {body.decisions.edges.map(({ node }) => (
                <li key={node.id} className={css['decision']}>
                  <p className={css['small']}>{say('decisions.on', { number: node.number, day: dates.day(noon(node.decidedOn)) })}</p>
                  <p className={css['text']}><LocalText of={node.text} /></p>
                </li>
              ))}
            </ol>
            {body.actionItems.edges.length > 0 && (
              <div className={css['part']}>
                <h3 className={css['h3']}>{say('actions.open')}</h3>
                <ul className={css['actions']}>{body.actionItems.edges.map(({ node }) => <li key={node.id}><ActionLine action={node} timeZone={timeZone} /></li>)}</ul>
              </div>
            )}
            {body.decisions.edges.length > 0 && <div className={css['screen']}><Row><Link href={`/bodies/${id}/decisions`} className={buttonClass('secondary')}>{say('decisions.all')}</Link></Row></div>}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
