import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { onReturn } from './connection.ts';
import { httpLink } from './http-link.ts';
import { pages } from './pages.ts';
import { socketLink } from './socket-link.ts';

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
        WriteStatementResult: ['ElectionChanged', 'ElectionRefused', 'ElectionFaulty', 'ElectionStale'],
      },
      typePolicies: {
        LearningEnvironment: { fields: { viewerCan: { merge: true }, ballots: pages('states'), proposals: pages('states'), elections: pages('states'), people: pages('filter'), rosterImports: pages() } },
        RosterImport: { fields: { faults: pages('level'), rows: pages('effect') } },
        Ballot: { fields: { viewerCan: { merge: true }, turnout: { merge: true }, result: { merge: true } } },
        Election: { fields: { viewerCan: { merge: true } } },
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
