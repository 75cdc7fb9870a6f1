import { useQuery } from '@apollo/client/react';
import { BodyRemediesDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useFreshen } from '../../lib/use-freshen.ts';
import { useTurn } from '../../lib/use-turn.ts';
import { Section, Stack } from '../../ui/Page.tsx';
import { RecommendationList } from './RecommendationList.tsx';
import css from './Remedies.module.css';
import { SuggestForm } from './SuggestForm.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';

/** What a body recommended or owes an answer to, and what was suggested to it; a page composes it beside the body. `turn` grows when it is to be read again. */
export default function BodyRemedies({ bodyId, turn }: { bodyId: string; turn: number }) {
  const say = useMessages('remedies');
  const result = useQuery(BodyRemediesDocument, { variables: { id: bodyId }, fetchPolicy: 'cache-and-network' });
  const { data, refetch } = result;
  const freshen = useFreshen(result, say('remedies.announce'));
  useTurn(turn, freshen);
  const body = data?.body;
  if (!body) return null;
  const { recommendations, suggestions, viewerMaySuggest, environment: { timeZone } } = body;
  if (recommendations.length === 0 && suggestions.length === 0 && !viewerMaySuggest) return null;
  const mine = suggestions.every((each) => each.mine);
  return (
    <>
      <Section title={say('remedies.body')}>
        <Stack gap={4}>
          {recommendations.length === 0 ? <p>{say('remedies.rec.none')}</p> : <RecommendationList recommendations={recommendations} timeZone={timeZone} />}
          {viewerMaySuggest && <SuggestForm bodyId={bodyId} onDone={() => void refetch().catch(() => {})} />}
        </Stack>
      </Section>
      {suggestions.length > 0 && (
        <Section title={say(mine ? 'remedies.suggestions.own' : 'remedies.suggestions')}>
          <ul className={css['lines']}>{suggestions.map((each) => <li key={each.id}><SuggestionCard suggestion={each} timeZone={timeZone} /></li>)}</ul>
        </Section>
      )}
    </>
  );
}
