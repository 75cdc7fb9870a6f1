import type { BallotState } from '../ballot-states.ts';

/** The voter's line of the registry, and the ballot, both under their locks. */
export interface PaperFacts {
  readonly state: BallotState;
  /** By the database's clock: has the announced closing time passed? */
  readonly past: boolean;
  /** A line of this ballot's roll. */
  readonly onRoll: boolean;
  /** Voted, or will vote, on a printed ballot. */
  readonly onPaper: boolean;
  /** A ballot paper was signed before. */
  readonly issued: boolean;
  /** … for this very blinded message. */
  readonly same: boolean;
}

export type IssueAnswer = 'ISSUE' | 'AGAIN' | 'CLOSED' | 'NOT_ON_ROLL' | 'ON_PAPER' | 'OTHER_KEY';

/** One ballot paper for each line of the roll: the same message has the same answer, another none. */
export function decideIssue({ state, past, onRoll, onPaper, issued, same }: PaperFacts): IssueAnswer {
  if (!onRoll) return state === 'OPEN' && !past ? 'NOT_ON_ROLL' : 'CLOSED';
  if (issued && same) return 'AGAIN';
  if (state !== 'OPEN' || past) return 'CLOSED';
  if (onPaper) return 'ON_PAPER';
  return issued ? 'OTHER_KEY' : 'ISSUE';
}
