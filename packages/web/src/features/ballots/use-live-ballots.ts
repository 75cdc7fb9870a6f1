import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { BallotsChangedDocument } from '../../gql/graphql.ts';

/**
 * Keeps lists of ballots current. Turnout and states arrive in the cache by themselves; a ballot that is new here, or
 * changed its state, can change lists and needs, so those are asked for again.
 */
export function useLiveBallots(environmentId: string | undefined): void {
  const client = useApolloClient();
  const states = useRef(new Map<string, string>());
  useLive(BallotsChangedDocument, environmentId ? { environmentId } : null, ({ ballotsChanged: { ballotId, ballot } }) => {
    // The first message on a socket says only that it is open.
    if (!ballotId) return;
    const before = states.current.get(ballotId);
    const now = ballot?.state ?? 'GONE';
    states.current.set(ballotId, now);
    if (before !== now) void client.refetchQueries({ include: 'active' });
  });
}
