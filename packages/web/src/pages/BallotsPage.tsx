import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../apollo/faults.ts';
import { BallotList } from '../features/ballots/BallotList.tsx';
import { useLiveBallots } from '../features/ballots/use-live-ballots.ts';
import { BallotsDocument, type BallotsQuery } from '../gql/graphql.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FaultPanel } from '../shell/FaultPanel.tsx';
import { Loaded } from '../shell/Loaded.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Link } from '../ui/Link.tsx';
import { Page, Stack } from '../ui/Page.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';

export const preload = (client: ApolloClient) => client.query({ query: BallotsDocument });

export default function BallotsPage() {
  const say = useMessages();
  const result = useQuery(BallotsDocument, { notifyOnNetworkStatusChange: true });
  return (
    <Loaded result={result} title={say('ballots.title')}>
      {({ viewer }) => viewer
        ? <Ballots viewer={viewer} busy={result.loading} more={(after) => void result.fetchMore({ variables: { after } })} />
        : <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch()} />}
    </Loaded>
  );
}

function Ballots({ viewer, busy, more }: { viewer: NonNullable<BallotsQuery['viewer']>; busy: boolean; more: (after: string | null) => void }) {
  const say = useMessages();
  const { id, timeZone, ballots, viewerCan } = viewer.environment;
  useLiveBallots(id);
  return (
    <Page title={say('ballots.title')} lead={say('ballots.lead')}>
      <Stack gap={5}>
        {viewerCan.draftBallots && <div><Link href="/ballots/new" className={buttonClass()}>{say('ballots.new')}</Link></div>}
        {ballots.edges.length === 0 && <EmptyState title={say('ballots.none')}>{say('ballots.noneWhy')}</EmptyState>}
        <BallotList ballots={ballots.edges} timeZone={timeZone} heading="h2" />
        <ShowMore label={say('showMore')} busy={busy} shown={ballots.pageInfo.hasNextPage} onPress={() => more(ballots.pageInfo.endCursor)} />
      </Stack>
    </Page>
  );
}
