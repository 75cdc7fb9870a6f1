import type { Constituency, Texts } from '../ballot.ts';
import type { ProposalState } from './proposal-states.ts';

/**
 * How a working team decides. CONSENT: adopted when nobody objects; an objection is a reason why it is not safe enough
 * to try (domain.md S81). FIST_TO_FIVE: each shows 0 to 5; below 3 must be heard, until all show 3 or more (S80).
 */
export type ProposalKind = 'CONSENT' | 'FIST_TO_FIVE';

/** STAND_ASIDE does not stop a proposal; OBJECT does. */
export type ConsentAnswer = 'CONSENT' | 'STAND_ASIDE' | 'OBJECT';

/** From 0, a fist, to 5, an open hand. */
export const LEAST_SUPPORT = 3;

/** One answer: of a consent round `consent`, of a fist-to-five round `fist`; never both. */
export interface Answer {
  readonly fist: number | null;
  readonly consent: ConsentAnswer | null;
  /** Why; owed where the answer must be heard. */
  readonly reason: string | null;
}

/** The last answer of one person in a round, which is the one that counts. */
export interface StandingAnswer extends Answer {
  readonly participantId: string;
  /** Whether the facilitator has heard this very answer. */
  readonly heard: boolean;
}

/** An exact share of those who take part. */
export interface RoundQuorum {
  readonly numerator: number;
  readonly denominator: number;
  /** True: the share itself is enough. False: more than it. */
  readonly atLeast: boolean;
}

/** More than half of the members, as for any body (domain.md rule 10). */
export const PLAIN_QUORUM: RoundQuorum = { numerator: 1, denominator: 2, atLeast: false };

/** What a proposal says, to whom, and who leads it. */
export interface ProposalFacts {
  readonly id: string;
  readonly environmentId: string;
  readonly state: ProposalState;
  readonly version: number;
  readonly kind: ProposalKind;
  readonly title: Texts;
  readonly body: Texts;
  /** Empty when people are named. */
  readonly constituencies: readonly Constituency[];
  readonly named: readonly string[];
  readonly quorum: RoundQuorum;
  readonly facilitatorId: string;
  readonly publicRecord: boolean;
  /** The round people answer now, or answered last; 0 before the opening. */
  readonly round: number;
}
