import type { Constituency } from '../ballot.ts';
import type { ElectionFacts, ElectionState } from './election.ts';
import { electionAllows } from './election-states.ts';
import { type ElectionDecision, refuse } from './refusal.ts';

/** Days after certification in which a result may be challenged, unless the body's rules say otherwise. */
export const USUAL_CHALLENGE_DAYS = 5;

export type ChallengeDecision = 'DISMISSED' | 'SET_ASIDE';

export interface ChallengeFacts {
  readonly id: string;
  /** Null: the whole election. */
  readonly constituency: Constituency | null;
  readonly filedBy: string;
  /** What the first of two people of the committee decided; null before. */
  readonly decision: ChallengeDecision | null;
  readonly proposedBy: string | null;
  /** Null until a second person agreed. */
  readonly decidedBy: string | null;
}

/** Anybody on the roll may challenge the certified result, until the window closes. */
export function decideChallenge(
  election: Pick<ElectionFacts, 'state'> & { readonly challengeUntil: Date | null }, onRoll: boolean, now: Date,
): ElectionDecision {
  if (!onRoll) return refuse('NOT_ON_ROLL');
  if (!electionAllows(election.state, 'CHALLENGE')) return refuse('WRONG_STATE', [election.state]);
  const { challengeUntil } = election;
  return challengeUntil !== null && now >= challengeUntil ? refuse('CHALLENGES_OVER', [challengeUntil.toISOString()]) : { ok: true };
}

/**
 * The committee decides, as two different people certify: the first proposes, another who decides the same makes it
 * final. Whoever challenged does not judge. A different decision is a new proposal.
 */
export function decideOnChallenge(
  challenge: ChallengeFacts, judge: { readonly personId: string; readonly committee: boolean }, decision: ChallengeDecision,
): ElectionDecision<{ readonly final: boolean }> {
  if (!judge.committee) return refuse('NOT_COMMITTEE');
  if (challenge.decidedBy !== null) return refuse('DECIDED', challenge.decision === null ? [] : [challenge.decision]);
  if (challenge.filedBy === judge.personId) return refuse('CHALLENGER');
  const agrees = challenge.decision === decision && challenge.proposedBy !== null;
  if (agrees && challenge.proposedBy === judge.personId) return refuse('CERTIFIER_TWICE');
  return { ok: true, final: agrees };
}

/** Where the election stands once `challenges` are as they are, and whose results are set aside. */
export function afterChallenges(
  constituencies: readonly Constituency[], challenges: readonly ChallengeFacts[],
): { readonly state: Extract<ElectionState, 'CERTIFIED' | 'CHALLENGED' | 'SET_ASIDE'>; readonly setAside: readonly Constituency[] } {
  const upheld = challenges.filter((each) => each.decidedBy !== null && each.decision === 'SET_ASIDE');
  const setAside = constituencies.filter((each) => upheld.some(({ constituency }) => constituency === null || constituency === each));
  if (setAside.length === constituencies.length) return { state: 'SET_ASIDE', setAside };
  return { state: challenges.some(({ decidedBy }) => decidedBy === null) ? 'CHALLENGED' : 'CERTIFIED', setAside };
}
