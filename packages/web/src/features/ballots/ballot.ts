import type { BallotPageQuery } from '../../gql/graphql.ts';
import type { Cast } from './cast.ts';

/** A ballot as its page knows it. */
export type Ballot = NonNullable<BallotPageQuery['ballot']>;

export interface CastFormProps {
  ballot: Ballot;
  /** True while a choice waits to be confirmed. */
  onChecking?: (on: boolean) => void;
  /** True from the press until there is an answer or nothing more is tried. */
  onCasting: (on: boolean) => void;
  onAnswer: (answer: Cast) => void;
}
