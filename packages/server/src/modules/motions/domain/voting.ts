import type { MemberFacts, MotionFacts, QuorumNow } from './motion.ts';
import { afterAct } from './motion-states.ts';
import { type MotionDecision, refuseMotion } from './refusal.ts';
import type { VoteCounts } from './threshold.ts';

/** What a member may say. RECUSED: has a conflict of interest and takes no part in this question. */
export const VOTE_CHOICES = ['AYE', 'NO', 'ABSTAIN', 'RECUSED'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

export interface VoteFacts {
  readonly personId: string;
  readonly choice: VoteChoice;
}

/**
 * Takes one member's vote, or another in its place, until the result is announced. A departure that breaks the quorum
 * locks voting until it is whole again (rule 10).
 */
export function decideVote({ state }: Pick<MotionFacts, 'state'>, voter: Pick<MemberFacts, 'personId' | 'votes' | 'present'>, quorum: QuorumNow): MotionDecision {
  if (afterAct(state, 'VOTE') === null) return refuseMotion('WRONG_STATE', [state]);
  if (!voter.votes) return refuseMotion('NOT_A_VOTING_MEMBER', [voter.personId]);
  if (!voter.present) return refuseMotion('NOT_PRESENT', [voter.personId]);
  return quorum.met ? { ok: true } : refuseMotion('NO_QUORUM', [quorum.present, quorum.needed]);
}

/** Announces the result: not without a quorum, for then nothing was decided (rule 10). */
export function decideCloseVote({ state }: Pick<MotionFacts, 'state'>, quorum: QuorumNow): MotionDecision {
  if (afterAct(state, 'ADOPT') === null) return refuseMotion('WRONG_STATE', [state]);
  return quorum.met ? { ok: true } : refuseMotion('NO_QUORUM', [quorum.present, quorum.needed]);
}

/** The votes with this one, in the place of an earlier one of the same member. */
export const withVote = (votes: readonly VoteFacts[], vote: VoteFacts): VoteFacts[] =>
  [...votes.filter(({ personId }) => personId !== vote.personId), vote];

/** One line of the roll call. */
export interface RollCallLine {
  readonly personId: string;
  readonly vote: VoteChoice | 'ABSENT';
}

/**
 * Every member's vote by name (rule 9). Who is present and silent abstains; who is not present and did not vote before
 * leaving is absent.
 */
export function rollCall(members: readonly Pick<MemberFacts, 'personId' | 'present'>[], votes: readonly VoteFacts[]): RollCallLine[] {
  const said = new Map(votes.map(({ personId, choice }) => [personId, choice]));
  return members.map(({ personId, present }) => ({ personId, vote: said.get(personId) ?? (present ? 'ABSTAIN' : 'ABSENT') }));
}

/** The counts of a roll call. Whoever voted and then left counts as present for this question. */
export function countsOf(lines: readonly RollCallLine[]): VoteCounts {
  const of = (vote: RollCallLine['vote']) => lines.filter((line) => line.vote === vote).length;
  return { ayes: of('AYE'), noes: of('NO'), abstentions: of('ABSTAIN'), recused: of('RECUSED'), present: lines.length - of('ABSENT'), members: lines.length };
}
