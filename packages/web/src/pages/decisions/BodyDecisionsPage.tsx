import type { ApolloClient } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { useLiveBody } from '../../features/bodies/use-live-body.ts';
import { DecisionRegister } from '../../features/decisions/DecisionRegister.tsx';
import { BodyDecisionsDocument, type BodyDecisionsQuery } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useFreshen } from '../../lib/use-freshen.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';

type Body = NonNullable<BodyDecisionsQuery['body']>;

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: BodyDecisionsDocument, variables: { id } });

/** The register of a body's decisions, one address for everybody. */
export default function BodyDecisionsPage({ params: { id = '' } }: { params: Params }) {
  const say = useMessages('decisions');
  const client = useApolloClient();
  const result = useQuery(BodyDecisionsDocument, { variables: { id }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const more = ({ decisions }: Body) => void result.fetchMore({
    variables: { after: decisions.pageInfo.endCursor ?? null },
    updateQuery: (before, { fetchMoreResult: { body: next } }) =>
      (before.body && next ? { ...before, body: { ...next, decisions: { ...next.decisions, edges: [...before.body.decisions.edges, ...next.decisions.edges] } } } : before),
  }).catch(() => {});
  /** The newest of them anew, before the older ones that were shown already: none is ever taken from a register. */
  const again = async () => {
    const { data } = await client.query({ query: BodyDecisionsDocument, variables: { id }, fetchPolicy: 'no-cache' });
    const fresh = data?.body?.decisions;
    if (!fresh) return;
    const ids = new Set(fresh.edges.map(({ node }) => node.id));
    result.updateQuery((before) => {
      const { body } = before as BodyDecisionsQuery;
      if (!body) return undefined;
      const { edges, pageInfo } = body.decisions;
      const older = edges.filter(({ node }) => !ids.has(node.id));
      // Where so much came that the two do not meet, the register begins anew.
      const joins = older.length > 0 && older.length < edges.length;
      return { body: { ...body, decisions: { ...body.decisions, edges: joins ? [...fresh.edges, ...older] : fresh.edges, pageInfo: joins ? pageInfo : fresh.pageInfo } } };
    });
  };
  const freshen = useFreshen(result, say('decisions.announce'), again);
  useLiveBody(result.data?.body ? id : undefined, freshen);
  return (
    <Loaded result={result} title={say('decisions.title')}>
      {({ body }) => body
        ? <DecisionRegister body={body} busy={result.loading} onMore={() => more(body)} />
        : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
