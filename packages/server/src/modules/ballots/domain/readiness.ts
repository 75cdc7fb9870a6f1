import type { BallotFacts, Constituency } from './ballot.ts';
import { after } from './ballot-states.ts';
import { missingLocales } from './languages.ts';
import { type Decision, refuse } from './refusal.ts';

/** What is true of the community at this moment. */
export interface Surroundings {
  readonly requiredLocales: readonly string[];
  /** People who would be on the roll, by the one constituency each of them votes in. */
  readonly eligible: ReadonlyMap<Constituency, number>;
}

/** Announce it: complete in every required language, with a closing time to come and voters in each constituency. */
export function decideSchedule(ballot: BallotFacts, around: Surroundings, now: Date): Decision {
  if (after(ballot.state, 'SCHEDULE') === null) return refuse('WRONG_STATE', [ballot.state]);
  return readiness(ballot, around, now);
}

/**
 * Freeze the roll and let people vote. Asked again although the ballot was ready when it was announced: the
 * languages required, the people and the time may all have changed since (rules 20 and 29).
 */
export function decideOpen(ballot: BallotFacts, around: Surroundings, now: Date): Decision {
  if (after(ballot.state, 'OPEN') === null) return refuse('WRONG_STATE', [ballot.state]);
  return readiness(ballot, around, now);
}

function readiness(ballot: BallotFacts, { requiredLocales, eligible }: Surroundings, now: Date): Decision {
  const missing = missingLocales(ballot, requiredLocales);
  if (missing.length > 0) return refuse('MISSING_LOCALES', missing);
  if (ballot.closesAt === null) return refuse('MISSING_TIMES', ['closesAt']);
  if (ballot.closesAt <= now) return refuse('CLOSES_IN_PAST', ['closesAt']);
  const empty = ballot.constituencies.map((each) => each.constituency).filter((each) => (eligible.get(each) ?? 0) === 0);
  if (empty.length > 0) return refuse('EMPTY_ROLL', empty);
  return { ok: true };
}
