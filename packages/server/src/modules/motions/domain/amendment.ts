import type { MemberFacts, MotionFacts, Texts } from './motion.ts';
import { afterAct } from './motion-states.ts';
import { type ChairRule, asMember, asSeconder } from './moving.ts';
import { type MotionDecision, refuseMotion } from './refusal.ts';

/** MOVED waits for a seconder, SECONDED for its vote; the rest are ends. */
export type AmendmentState = 'MOVED' | 'SECONDED' | 'ADOPTED' | 'FAILED' | 'WITHDRAWN';

/** The motion's text as somebody would have it; one level deep, for an amendment is not itself amended here. */
export interface AmendmentFacts {
  readonly state: AmendmentState;
  readonly moverId: string;
  readonly text: Texts;
}

type Open = Pick<MotionFacts, 'state' | 'text'>;

/** Moves an amendment to a motion under debate, one at a time, that says something else. */
export function decideAmend(motion: Open, amendments: readonly AmendmentFacts[], text: Texts, mover: MemberFacts, rule: ChairRule): MotionDecision {
  if (afterAct(motion.state, 'AMEND') === null) return refuseMotion('WRONG_STATE', [motion.state]);
  if (amendments.some(isPending)) return refuseMotion('AMENDMENT_PENDING');
  return rewords(textAfter(motion.text, amendments), text) ? asMember(mover, rule) : refuseMotion('NOTHING_AMENDED');
}

/** Seconds an amendment; like a motion, it needs somebody else for it (rule 12). */
export function decideSecondAmendment(motion: Pick<Open, 'state'>, { state, moverId }: Pick<AmendmentFacts, 'state' | 'moverId'>, seconder: MemberFacts, rule: ChairRule): MotionDecision {
  if (afterAct(motion.state, 'AMEND') === null) return refuseMotion('WRONG_STATE', [motion.state]);
  return state === 'MOVED' ? asSeconder(moverId, seconder, rule) : refuseMotion('WRONG_STATE', [state]);
}

/** A main motion is not put to the vote over one of these. */
export const isPending = ({ state }: Pick<AmendmentFacts, 'state'>): boolean => state === 'MOVED' || state === 'SECONDED';

/** The motion's words once its amendments, in the order in which they were decided, were adopted or not. */
export const textAfter = (text: Texts, amendments: readonly Pick<AmendmentFacts, 'state' | 'text'>[]): Texts =>
  amendments.findLast(({ state }) => state === 'ADOPTED')?.text ?? text;

/** Other words in a language it was said in; a translation alone amends nothing. */
const rewords = (before: Texts, after: Texts): boolean => Object.keys(before).some((tag) => before[tag] !== after[tag]);
