import type { BallotState } from './ballot-states.ts';
import type { BallotRefusalReason } from './refusal.ts';

/** What the database found when a vote reached it: the ballot under its lock, and the voter's line on the roll. */
export interface CastFacts {
  readonly state: BallotState;
  /** By the database's clock, read under the lock: has the announced closing time passed? */
  readonly past: boolean;
  readonly onRoll: boolean;
  /** This statement marked the roll and put the paper into the box. */
  readonly marked: boolean;
  /** The roll was already marked before this statement began. */
  readonly voted: boolean;
  /** … by the same press of the button, sent again. */
  readonly sameKey: boolean;
}

/** CAST and AGAIN are the same good news; RACED means that another server moved in between: ask again. */
export type CastAnswer = 'CAST' | 'AGAIN' | 'RACED' | Extract<BallotRefusalReason, 'NOT_OPEN' | 'CLOSED' | 'NOT_ON_ROLL' | 'ALREADY_VOTED'>;

/**
 * A repeated press is answered as the first was, even after the close: a phone that lost the answer must learn
 * that the vote is in. Whoever is late is told so before being told anything about the roll.
 */
export function decideCast(facts: CastFacts): CastAnswer {
  if (facts.marked) return 'CAST';
  if (facts.voted && facts.sameKey) return 'AGAIN';
  if (facts.state === 'DRAFT' || facts.state === 'SCHEDULED' || facts.state === 'WITHDRAWN') return 'NOT_OPEN';
  if (facts.state !== 'OPEN' || facts.past) return 'CLOSED';
  if (!facts.onRoll) return 'NOT_ON_ROLL';
  return facts.voted ? 'ALREADY_VOTED' : 'RACED';
}
