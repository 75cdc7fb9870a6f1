import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { RecommendationList } from '../../features/remedies/RecommendationList.tsx';
import { RecommendationsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';

/** Who owes whom an answer, and since when it is overdue. */
export default function RecommendationsPage() {
  const say = useMessages('remedies');
  const [owed, only] = useState(true);
  const result = useQuery(RecommendationsDocument, { variables: { owed }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result} title={say('remedies.rec.title')}>
      {({ viewer }) => {
        if (!viewer) return <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch()} />;
        const { recommendations: { edges, pageInfo }, timeZone } = viewer.environment;
        const more = () => void result.fetchMore({
          variables: { after: pageInfo.endCursor },
          updateQuery: (before, { fetchMoreResult: { viewer: next } }) => (!before.viewer || !next ? before : {
            ...before, viewer: { ...before.viewer, environment: { ...before.viewer.environment, recommendations: { ...next.environment.recommendations, edges: [...before.viewer.environment.recommendations.edges, ...next.environment.recommendations.edges] } } },
          }),
        }).catch(() => {});
        return (
          <Page title={say('remedies.rec.title')} lead={say('remedies.rec.lead')}>
            <Stack gap={5}>
              <Choices
                legend={say('remedies.rec.show')} value={[owed ? 'owed' : 'all']} onChange={([value]) => only(value === 'owed')}
                choices={[{ value: 'owed', label: say('remedies.rec.owed') }, { value: 'all', label: say('remedies.rec.all') }]}
              />
              {edges.length === 0 && <EmptyState title={say(owed ? 'remedies.rec.noneOwed' : 'remedies.rec.none')}>{say('remedies.rec.noneWhy')}</EmptyState>}
              <RecommendationList recommendations={edges.map(({ node }) => node)} timeZone={timeZone} />
              <ShowMore label={say('remedies.rec.more')} busy={result.loading} shown={pageInfo.hasNextPage} onPress={more} />
            </Stack>
          </Page>
        );
      }}
    </Loaded>
  );
}
