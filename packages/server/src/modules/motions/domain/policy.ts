import type { AmendmentState } from './amendment.ts';
import { type MotionAct, type MotionState, allowsAct } from './motion-states.ts';
import type { QuestionState, QuestionWay } from './question.ts';

/** What the viewer is to a sitting's motions; who looks in from outside is none of it. */
export interface MotionLooker {
  /** Runs the sitting, and enters what members say aloud. */
  readonly runs: boolean;
  /** A voting member who is present; null for anybody else. */
  readonly memberId: string | null;
  /** The meeting sits. */
  readonly sits: boolean;
}

export interface MotionPermissions {
  readonly second: boolean;
  readonly amend: boolean;
  readonly withdraw: boolean;
  readonly lapse: boolean;
  readonly state: boolean;
  readonly putQuestion: boolean;
  readonly table: boolean;
  readonly takeUp: boolean;
  readonly refer: boolean;
}

export interface AmendmentPermissions {
  readonly second: boolean;
  readonly withdraw: boolean;
  readonly lapse: boolean;
  readonly putQuestion: boolean;
}

export interface QuestionPermissions {
  readonly vote: boolean;
  readonly object: boolean;
  readonly stop: boolean;
  readonly announce: boolean;
}

/** What the viewer may do with a motion by what they are and where it stands; a rule may still refuse, and says why. */
export function motionPermissions({ runs, memberId, sits }: MotionLooker, motion: { readonly state: MotionState; readonly moverId: string; readonly questionOpen: boolean }): MotionPermissions {
  const can = (act: MotionAct, who: boolean) => sits && who && allowsAct(motion.state, act) && !motion.questionOpen;
  const mine = memberId === motion.moverId;
  return {
    second: can('SECOND', runs || (memberId !== null && !mine)), amend: can('AMEND', runs || memberId !== null), withdraw: can('WITHDRAW', runs || mine),
    lapse: can('LAPSE', runs), state: can('STATE', runs), putQuestion: can('OPEN_VOTE', runs), table: can('TABLE', runs), takeUp: can('TAKE_UP', runs), refer: can('REFER', runs),
  };
}

export function amendmentPermissions(
  { runs, memberId, sits }: MotionLooker, { state, moverId }: { readonly state: AmendmentState; readonly moverId: string }, motion: { readonly state: MotionState; readonly questionOpen: boolean },
): AmendmentPermissions {
  const open = sits && motion.state === 'OPEN' && !motion.questionOpen;
  const [moved, seconded, mine] = [open && state === 'MOVED', open && state === 'SECONDED', memberId === moverId];
  return { second: moved && (runs || (memberId !== null && !mine)), withdraw: (moved || seconded) && (runs || mine), lapse: moved && runs, putQuestion: seconded && runs };
}

export function questionPermissions({ runs, memberId, sits }: MotionLooker, { state, way }: { readonly state: QuestionState; readonly way: QuestionWay }): QuestionPermissions {
  const open = sits && state === 'OPEN';
  const may = open && (runs || memberId !== null);
  return { vote: may && way === 'ROLL_CALL', object: may && way === 'CONSENT', stop: open && runs, announce: open && runs };
}
