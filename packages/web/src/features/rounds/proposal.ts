import type { ProposalPageQuery } from '../../gql/graphql.ts';

export type Proposal = NonNullable<ProposalPageQuery['proposal']>;
export type Round = Proposal['rounds'][number];
export type Response = Round['responses'][number];
export type Answer = Response['answer'];
export type Voice = Response['by'];

/** The round people answer now, or answered last. */
export const currentRound = ({ rounds, round }: Proposal): Round | undefined => rounds.find(({ number }) => number === round);

/** What the reader said in a round, if they take part. */
export const ownResponse = (round: Round): Response | undefined => round.responses.find(({ by }) => by.you);

export const FISTS = ['5', '4', '3', '2', '1', '0'] as const;
export const CONSENTS = ['CONSENT', 'STAND_ASIDE', 'OBJECT'] as const;
/** Below this a fist-to-five must be heard. */
export const LEAST_SUPPORT = 3;
