import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { ProposalsChangedDocument } from '../../gql/graphql.ts';

/** Keeps lists and needs current: what changed never travels in a shared message, so what is shown is asked for again. */
export function useLiveProposals(environmentId: string | undefined): void {
  const client = useApolloClient();
  const heard = useRef(false);
  useLive(ProposalsChangedDocument, environmentId ? { environmentId } : null, () => {
    // The first message says only that it is open.
    if (heard.current) void client.refetchQueries({ include: 'active' });
    heard.current = true;
  });
}
