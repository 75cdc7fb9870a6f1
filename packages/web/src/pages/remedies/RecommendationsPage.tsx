import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { ServerFault } from '../../apollo/faults.ts';
import { Directory } from '../../features/directory/Directory.tsx';
import { RecommendationList } from '../../features/remedies/RecommendationList.tsx';
import { RecommendationsDocument, type RecommendationsQuery } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer, useViewerFault } from '../../shell/use-viewer.ts';
import { Choices } from '../../ui/Choices.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';

/** Who owes whom an answer, and since when it is overdue: in the environment of the address, or the reader's own. */
export default function RecommendationsPage() {
  const asked = new URLSearchParams(useSearch()).get('e');
  const viewer = useViewer();
  const failed = useViewerFault();
  if (asked) return <Of key={asked} id={asked} />;
  if (viewer) return <Of id={viewer.environment.id} />;
  if (viewer === undefined) return failed ? <FaultPanel fault={failed.fault} onRetry={failed.retry} /> : <PageSkeleton />;
  return <Directory only={(slug) => <Of slug={slug} />} />;
}

function Of(place: { readonly id?: string; readonly slug?: string }) {
  const say = useMessages('remedies');
  const [owed, only] = useState(true);
  const result = useQuery(RecommendationsDocument, { variables: { ...place, owed }, fetchPolicy: 'cache-and-network' });
  const more = (endCursor: string | null | undefined) => void result.fetchMore({
    variables: { after: endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => (before.environment && next.environment ? { environment: joined(before.environment, next.environment) } : before),
  }).catch(() => {});
  return (
    <Loaded result={result} title={say('remedies.rec.title')}>
      {({ environment }) => {
        if (!environment) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />;
        const { name, recommendations: { edges, pageInfo }, slug, timeZone } = environment;
        return (
          <Page title={say('remedies.rec.title')} lead={say('remedies.rec.lead')} over={<Link href={`/e/${slug}`}>{name}</Link>}>
            <Stack gap={5}>
              <Choices
                legend={say('remedies.rec.show')} value={[owed ? 'owed' : 'all']} onChange={([value]) => only(value === 'owed')}
                choices={[{ value: 'owed', label: say('remedies.rec.owed') }, { value: 'all', label: say('remedies.rec.all') }]}
              />
              {edges.length === 0 && <EmptyState title={say(owed ? 'remedies.rec.noneOwed' : 'remedies.rec.none')}>{say('remedies.rec.noneWhy')}</EmptyState>}
              <RecommendationList recommendations={edges.map(({ node }) => node)} timeZone={timeZone} />
              <ShowMore label={say('remedies.rec.more')} busy={result.loading} shown={pageInfo.hasNextPage} onPress={() => more(pageInfo.endCursor)} />
            </Stack>
          </Page>
        );
      }}
    </Loaded>
  );
}

type Environment = NonNullable<RecommendationsQuery['environment']>;

const joined = (before: Environment, next: Environment): Environment =>
  ({ ...before, recommendations: { ...next.recommendations, edges: [...before.recommendations.edges, ...next.recommendations.edges] } });
