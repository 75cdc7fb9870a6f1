import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../apollo/faults.ts';
import { ElectionList } from '../features/elections/ElectionCard.tsx';
import { useLiveElections } from '../features/elections/use-live-elections.ts';
import { ElectionsDocument, type ElectionsQuery } from '../gql/graphql.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FaultPanel } from '../shell/FaultPanel.tsx';
import { Loaded } from '../shell/Loaded.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Link } from '../ui/Link.tsx';
import { Page, Row, Stack } from '../ui/Page.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';

export const preload = (client: ApolloClient) => client.query({ query: ElectionsDocument });

export default function ElectionsPage() {
  const say = useMessages('elections');
  const result = useQuery(ElectionsDocument, { notifyOnNetworkStatusChange: true });
  return (
    <Loaded result={result} title={say('title')}>
      {({ viewer }) => viewer
        ? <Elections viewer={viewer} busy={result.loading} more={(after) => void result.fetchMore({ variables: { after } })} />
        : <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch()} />}
    </Loaded>
  );
}

function Elections({ viewer, busy, more }: { viewer: NonNullable<ElectionsQuery['viewer']>; busy: boolean; more: (after: string | null) => void }) {
  const core = useMessages();
  const say = useMessages('elections');
  const { id, timeZone, elections, viewerCan } = viewer.environment;
  useLiveElections(id);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Stack gap={5}>
        <Row>
          {viewerCan.draftBallots && <Link href="/elections/new" className={buttonClass()}>{say('new')}</Link>}
          <Link href="/bodies" className={buttonClass('secondary')}>{say('bodies')}</Link>
        </Row>
        {elections.edges.length === 0 && <EmptyState title={say('none')}>{say('noneWhy')}</EmptyState>}
        <ElectionList elections={elections.edges} timeZone={timeZone} heading="h2" />
        <ShowMore label={core('showMore')} busy={busy} shown={elections.pageInfo.hasNextPage} onPress={() => more(elections.pageInfo.endCursor)} />
      </Stack>
    </Page>
  );
}
