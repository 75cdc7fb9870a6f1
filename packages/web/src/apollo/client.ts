import { ApolloClient, ApolloLink, type FieldMergeFunction, InMemoryCache, type Reference, type StoreObject } from '@apollo/client';
import { onReturn } from './connection.ts';
import { httpLink } from './http-link.ts';
import { pages } from './pages.ts';
import { socketLink } from './socket-link.ts';

/**
 * A shared message shows what the public sees, and so no count before it is certified: that takes none away from
 * whoever was shown one. What another person was shown goes with the whole cache.
 */
const counted: FieldMergeFunction<Reference | StoreObject | null> = (before, now, { mergeObjects }) => {
  if (now === null) return before ?? null;
  return before ? mergeObjects(before, now) : now;
};

export function makeClient(): ApolloClient {
  const client = new ApolloClient({
    link: ApolloLink.split((operation) => operation.operationType === 'subscription', socketLink, httpLink),
    cache: new InMemoryCache({
      possibleTypes: {
        Node: ['LearningEnvironment', 'Person', 'RosterImport', 'Ballot', 'Election'],
        RuleExplanation: ['QuorumExplanation', 'MajorityExplanation', 'PluralityExplanation'],
        Margin: ['QuorumMargin', 'MajorityMargin', 'LeadMargin', 'SeatMargin', 'ExclusionMargin', 'ProjectMargin'],
        SignInResult: ['SignedIn', 'SignInRefused'],
        SaveBallotResult: ['BallotSaved', 'BallotFaulty', 'BallotStale'],
        ChangeBallotResult: ['BallotChanged', 'BallotRefused', 'BallotStale'],
        CastBallotResult: ['BallotCast', 'BallotRefused'],
        SaveElectionResult: ['ElectionSaved', 'ElectionFaulty', 'ElectionStale'],
        ChangeElectionResult: ['ElectionChanged', 'ElectionRefused', 'ElectionStale'],
        ActionResult: ['ActionChanged', 'ActionRefused', 'ActionStale', 'ActionFaulty'],
        SittingResult: ['SittingDone', 'SittingRefused', 'SittingFaulty'],
        WriteStatementResult: ['ElectionChanged', 'ElectionRefused', 'ElectionFaulty', 'ElectionStale'],
      },
      typePolicies: {
        LearningEnvironment: { fields: { viewerCan: { merge: true }, ballots: pages('states'), proposals: pages('states'), elections: pages('states'), people: pages('filter'), rosterImports: pages() } },
        RosterImport: { fields: { faults: pages('level'), rows: pages('effect') } },
        Ballot: { fields: { viewerCan: { merge: true }, turnout: { merge: true }, result: { merge: counted } } },
        Election: { fields: { viewerCan: { merge: true } } },
        Proposal: { fields: { viewerCan: { merge: true } } },
        // A passage has the same name in every version, and in every meeting's minutes.
        MinutesBlock: { keyFields: false },
        // A change is news, not a thing: only the ballot inside it is kept.
        BallotChange: { keyFields: false },
        ElectionChange: { keyFields: false },
      },
    }),
    dataMasking: true,
    devtools: { enabled: false },
  });
  // What changed while the phone was away is asked for again, without a reload.
  onReturn(() => void client.refetchQueries({ include: 'active' }));
  return client;
}
