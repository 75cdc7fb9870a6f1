import { type OpeningFacts, decided, refusalsOf } from './opening-vote.ts';
import { type MotionRefusal, motionRefusal } from './refusal.ts';

/** How the chair asked whether anybody objects. */
export interface ConsentFacts {
  /** The chair put the question in words; a nod around the table is not on record. */
  readonly questionPut: boolean;
  /** Members who objected; no reason is owed. */
  readonly objectorIds: readonly string[];
}

export type ConsentDecision =
  | { readonly ok: true; readonly outcome: 'ADOPTED_WITHOUT_OBJECTION' | 'COUNTED_VOTE' }
  | { readonly ok: false; readonly refusals: readonly MotionRefusal[] };

/**
 * Adopts a motion because nobody objects; one objection is enough for a counted vote. What a body agrees on is an action
 * however it agrees (Gov. Code 54952.6), so all that keeps a vote from opening keeps this too.
 */
export function decideConsent(facts: OpeningFacts, { questionPut, objectorIds }: ConsentFacts): ConsentDecision {
  const decision = decided([...refusalsOf(facts, 'CONSENT'), ...(questionPut ? [] : [motionRefusal('QUESTION_NOT_PUT')])]);
  if (!decision.ok) return decision;
  return { ok: true, outcome: objectorIds.length > 0 ? 'COUNTED_VOTE' : 'ADOPTED_WITHOUT_OBJECTION' };
}
