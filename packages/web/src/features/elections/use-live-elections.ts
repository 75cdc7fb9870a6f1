import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { ElectionsChangedDocument } from '../../gql/graphql.ts';

/** Keeps lists of elections current: one that is new here, or moved on, can change lists and needs, so those are asked for again. */
export function useLiveElections(environmentId: string | undefined): void {
  const client = useApolloClient();
  const states = useRef(new Map<string, string>());
  useLive(ElectionsChangedDocument, environmentId ? { environmentId } : null, ({ electionsChanged: { electionId, election } }) => {
    // The first message on a socket says only that it is open.
    if (!electionId) return;
    const before = states.current.get(electionId);
    const now = election ? `${election.state} ${election.version}` : 'GONE';
    states.current.set(electionId, now);
    if (before !== now) void client.refetchQueries({ include: 'active' });
  });
}
