import type { BallotState } from '../ballot-states.ts';
import { type Decision, refuse } from '../refusal.ts';

/** A voter's line of the registry, under its lock. */
export interface LineFacts {
  readonly state: BallotState;
  /** By the database's clock: has the announced closing time passed? */
  readonly past: boolean;
  readonly onRoll: boolean;
  /** Took a digital ballot paper: whatever became of it, a printed one would be a second vote. */
  readonly issued: boolean;
  readonly onPaper: boolean;
}

/** A printed ballot closes the digital way for its voter, and the reverse. Giving it twice is giving it once. */
export function decideGive(line: LineFacts): Decision {
  const open = decideOpen(line);
  if (!open.ok) return open;
  return line.issued ? refuse('ALREADY_VOTED') : { ok: true };
}

/** A printed ballot that came back unused, or a name picked by mistake: the digital way is open again. */
export const decideTakeBack = (line: LineFacts): Decision => decideOpen(line);

function decideOpen({ state, past, onRoll }: LineFacts): Decision {
  if (state === 'DRAFT' || state === 'SCHEDULED' || state === 'WITHDRAWN') return refuse('NOT_OPEN');
  if (state !== 'OPEN' || past) return refuse('CLOSED');
  return onRoll ? { ok: true } : refuse('NOT_ON_ROLL');
}
