import type { BallotFacts } from './ballot.ts';
import { after } from './ballot-states.ts';
import { type Decision, refuse } from './refusal.ts';

/** `early` when the ballot closes before the time that was announced; then a reason is owed. */
export function decideClose(ballot: Pick<BallotFacts, 'state' | 'closesAt'>, now: Date): Decision<{ readonly early: boolean }> {
  if (after(ballot.state, 'CLOSE') === null) return refuse('WRONG_STATE', [ballot.state]);
  return { ok: true, early: ballot.closesAt !== null && now < ballot.closesAt };
}

export function decideWithdraw(ballot: Pick<BallotFacts, 'state'>): Decision {
  return after(ballot.state, 'WITHDRAW') === null ? refuse('WRONG_STATE', [ballot.state]) : { ok: true };
}

export function decideRevise(ballot: Pick<BallotFacts, 'state'>): Decision {
  return after(ballot.state, 'REVISE') === null ? refuse('WRONG_STATE', [ballot.state]) : { ok: true };
}
