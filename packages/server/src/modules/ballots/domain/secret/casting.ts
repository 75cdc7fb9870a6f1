import type { BallotState } from '../ballot-states.ts';

/** What the box found when a vote reached it: the ballot under its lock, and the newest vote under the same key. */
export interface SecretCastFacts {
  readonly state: BallotState;
  /** By the database's clock, read under the lock: has the announced closing time passed? */
  readonly past: boolean;
  /** Newest revision under this key before the statement; 0 when there was none. */
  readonly highest: number;
  /** … which fixes the very same choices. */
  readonly same: boolean;
  /** This statement put the vote into the box. */
  readonly added: boolean;
}

/**
 * STORED is good news, however often it is asked for; REVISION tells the newest number, which the next must follow;
 * RACED means that another server moved in between: ask again.
 */
export type SecretCastAnswer = 'STORED' | 'CLOSED' | 'REVISION' | 'RACED';

/**
 * A vote sent again is answered as the first time, even after the close: a phone that lost the answer must learn that
 * the vote is in. Choices are compared by what they commit to, never by the signature: some browsers sign at random.
 */
export function decideSecretCast(facts: SecretCastFacts, revision: number): SecretCastAnswer {
  if (facts.added) return 'STORED';
  if (facts.highest === revision && facts.same) return 'STORED';
  if (facts.state !== 'OPEN' || facts.past) return 'CLOSED';
  return facts.highest === revision - 1 ? 'RACED' : 'REVISION';
}
