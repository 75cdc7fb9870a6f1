import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { ProposalList } from '../../features/rounds/ProposalList.tsx';
import { useLiveProposals } from '../../features/rounds/use-live-proposals.ts';
import { ProposalsDocument, type ProposalsQuery } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';

export const preload = (client: ApolloClient) => client.query({ query: ProposalsDocument });

export default function ProposalsPage() {
  const say = useMessages('rounds');
  const result = useQuery(ProposalsDocument, { fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  return (
    <Loaded result={result} title={say('rounds.title')}>
      {({ viewer }) => viewer
        ? <Proposals viewer={viewer} busy={result.loading} more={(after) => void result.fetchMore({ variables: { after } })} />
        : <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch()} />}
    </Loaded>
  );
}

function Proposals({ viewer, busy, more }: { viewer: NonNullable<ProposalsQuery['viewer']>; busy: boolean; more: (after: string | null) => void }) {
  const core = useMessages();
  const say = useMessages('rounds');
  const { id, timeZone, proposals, viewerCan } = viewer.environment;
  useLiveProposals(id);
  return (
    <Page title={say('rounds.title')} lead={say('rounds.lead')}>
      <Stack gap={5}>
        {viewerCan.draftBallots && <div><Link href="/rounds/new" className={buttonClass()}>{say('rounds.new')}</Link></div>}
        {proposals.edges.length === 0 && <EmptyState title={say('rounds.none')}>{say('rounds.noneWhy')}</EmptyState>}
        <ProposalList proposals={proposals.edges} timeZone={timeZone} />
        <ShowMore label={core('showMore')} busy={busy} shown={proposals.pageInfo.hasNextPage} onPress={() => more(proposals.pageInfo.endCursor)} />
      </Stack>
    </Page>
  );
}
