import type { Texts } from '../ballot.ts';
import { afterAct } from './proposal-states.ts';
import type { ProposalFacts } from './proposal.ts';
import { type RoundDecision, refuseRound } from './refusal.ts';
import { type RoundFacts, explainRound, mustBeHeard } from './standing.ts';

/** A team that has not agreed after this many rounds needs another way to decide. */
export const MOST_ROUNDS = 20;

type Open = Pick<ProposalFacts, 'state' | 'round' | 'title' | 'body'>;

/** Adopted when enough people answered, everybody who had to be was heard, and no concern stands (S80, S81). */
export function decideAdopt(proposal: Pick<Open, 'state'>, round: RoundFacts): RoundDecision {
  if (afterAct(proposal.state, 'ADOPT') === null) return refuseRound('WRONG_STATE', [proposal.state]);
  const unheard = unheardIn(round);
  if (unheard > 0) return refuseRound('NOT_HEARD', [unheard]);
  const [quorum, , agreed] = explainRound(round);
  if (!quorum!.met) return refuseRound('NO_QUORUM', [quorum!.reached, quorum!.needed]);
  return agreed!.met ? { ok: true } : refuseRound('STANDING_CONCERN', [round.answers.filter(mustBeHeard).length]);
}

/**
 * A round closes and another opens. Over a standing objection the proposal must have been amended (S81); a
 * fist-to-five may be shown again on the same words, once those below 3 were heard (S80).
 */
export function decideNextRound(proposal: Open, round: RoundFacts, words: { readonly title: Texts; readonly body: Texts }): RoundDecision {
  if (afterAct(proposal.state, 'NEXT_ROUND') === null) return refuseRound('WRONG_STATE', [proposal.state]);
  if (proposal.round >= MOST_ROUNDS) return refuseRound('TOO_MANY_ROUNDS', [MOST_ROUNDS]);
  const unheard = unheardIn(round);
  if (unheard > 0) return refuseRound('NOT_HEARD', [unheard]);
  const objected = round.kind === 'CONSENT' && round.answers.some(mustBeHeard);
  const amended = reworded(proposal.title, words.title) || reworded(proposal.body, words.body);
  return objected && !amended ? refuseRound('NOT_AMENDED') : { ok: true };
}

/** Ends without adoption, for good or for a majority ballot; not over somebody who was not heard. */
export function decideEnd(proposal: Pick<Open, 'state'>, round: RoundFacts, act: 'END' | 'BALLOT'): RoundDecision {
  if (afterAct(proposal.state, act) === null) return refuseRound('WRONG_STATE', [proposal.state]);
  const unheard = unheardIn(round);
  return unheard > 0 ? refuseRound('NOT_HEARD', [unheard]) : { ok: true };
}

/** Whoever brought it may take it back at any time; nothing is decided by that. */
export function decideWithdrawal({ state }: Pick<Open, 'state'>): RoundDecision {
  return afterAct(state, 'WITHDRAW') === null ? refuseRound('WRONG_STATE', [state]) : { ok: true };
}

const unheardIn = ({ answers }: RoundFacts): number => answers.filter((each) => mustBeHeard(each) && !each.heard).length;

/** Other words in a language it was said in; a translation alone amends nothing. */
const reworded = (before: Texts, after: Texts): boolean => Object.keys(before).some((tag) => before[tag] !== after[tag]);
