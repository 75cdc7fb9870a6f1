import type { MeetingState, MemberFacts, MotionFacts } from './motion.ts';
import { afterAct } from './motion-states.ts';
import { type MotionDecision, refuseMotion } from './refusal.ts';

/** In bodies of about a dozen the chair moves and votes like everybody (RONR's small boards, domain.md S41). */
export const SMALL_BOARD = 12;

/** What the body lets its chair do; by default {@link chairMovesIn}. */
export interface ChairRule { readonly chairMoves: boolean }

export const chairMovesIn = (members: number): boolean => members <= SMALL_BOARD;

/** Moves a motion: a voting member who is present, while the meeting sits (rule 12). */
export function decideMove(meeting: { readonly state: MeetingState }, mover: MemberFacts, rule: ChairRule): MotionDecision {
  if (meeting.state !== 'IN_SESSION') return refuseMotion('NOT_IN_SESSION', [meeting.state]);
  return asMember(mover, rule);
}

/** Seconds it: another voting member who is present (rule 12). */
export function decideSecond({ state, moverId }: Pick<MotionFacts, 'state' | 'moverId'>, seconder: MemberFacts, rule: ChairRule): MotionDecision {
  if (afterAct(state, 'SECOND') === null) return refuseMotion('WRONG_STATE', [state]);
  return asSeconder(moverId, seconder, rule);
}

/** A seconder of a motion or an amendment. */
export const asSeconder = (moverId: string, seconder: MemberFacts, rule: ChairRule): MotionDecision =>
  (seconder.personId === moverId ? refuseMotion('MOVER_SECONDS', [moverId]) : asMember(seconder, rule));

/** Whether somebody may move or second at all. */
export function asMember({ personId, votes, present, chairs }: MemberFacts, { chairMoves }: ChairRule): MotionDecision {
  if (!votes) return refuseMotion('NOT_A_VOTING_MEMBER', [personId]);
  if (!present) return refuseMotion('NOT_PRESENT', [personId]);
  return chairs && !chairMoves ? refuseMotion('CHAIR_DOES_NOT_MOVE', [personId]) : { ok: true };
}
