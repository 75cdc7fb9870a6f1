import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { DecisionRegister } from '../../features/decisions/DecisionRegister.tsx';
import { BodyDecisionsDocument, type BodyDecisionsQuery } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';

type Body = NonNullable<BodyDecisionsQuery['body']>;

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: BodyDecisionsDocument, variables: { id } });

/** The register of a body's decisions, one address for everybody. */
export default function BodyDecisionsPage({ params: { id = '' } }: { params: Params }) {
  const say = useMessages('decisions');
  const result = useQuery(BodyDecisionsDocument, { variables: { id }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const more = ({ decisions }: Body) => void result.fetchMore({
    variables: { after: decisions.pageInfo.endCursor ?? null },
    updateQuery: (before, { fetchMoreResult: { body: next } }) =>
      (before.body && next ? { ...before, body: { ...next, decisions: { ...next.decisions, edges: [...before.body.decisions.edges, ...next.decisions.edges] } } } : before),
  }).catch(() => {});
  return (
    <Loaded result={result} title={say('decisions.title')}>
      {({ body }) => body
        ? <DecisionRegister body={body} busy={result.loading} onMore={() => more(body)} />
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
