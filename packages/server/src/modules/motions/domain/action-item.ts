import { type MotionDecision, refuseMotion } from './refusal.ts';

export const ACTION_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
/** The life of an action item: whoever owns it does it, or it is dropped; either may be taken up again. */
export type ActionState = (typeof ACTION_STATES)[number];
export const ACTION_ACTS = ['REVISE', 'FINISH', 'DROP', 'REOPEN'] as const;
export type ActionAct = (typeof ACTION_ACTS)[number];

const TABLE: Readonly<Record<ActionState, Readonly<Partial<Record<ActionAct, ActionState>>>>> = {
  OPEN: { REVISE: 'OPEN', FINISH: 'DONE', DROP: 'DROPPED' },
  DONE: { REOPEN: 'OPEN' },
  DROPPED: { REOPEN: 'OPEN' },
};

/** The state `act` leads to, or null where it is not allowed. */
export const afterActionAct = (state: ActionState, act: ActionAct): ActionState | null => TABLE[state][act] ?? null;

/** What somebody is to the action items of a sitting. */
export interface ActionGiver {
  /** Prepares its body's meetings. */
  readonly prepares: boolean;
  /** Presided over the sitting or took its record. */
  readonly ran: boolean;
}

/** What somebody is to one of them. */
export interface ActionLooker extends ActionGiver { readonly owns: boolean }

/** Where the sitting is whose item it is. */
export interface ActionSitting {
  /** As the meetings room calls it. */
  readonly state: string;
  /** Its body approved its minutes. */
  readonly approved: boolean;
}

/** Whoever owns it says that it is done, or not yet; the rest is for those who prepare the body's meetings or ran this one. */
export const mayAct = ({ prepares, ran, owns }: ActionLooker, act: ActionAct): boolean => prepares || ran || (owns && (act === 'FINISH' || act === 'REOPEN'));

/**
 * What becomes of it. Whoever ran a sitting answers for its record until the body approves the minutes (RONR, domain.md S42 to
 * S44); from then on what follows from it is for those who prepare the body's meetings, and for its owner.
 */
export function decideAction(looker: ActionLooker, state: ActionState, act: ActionAct, approved: boolean): MotionDecision<{ readonly state: ActionState }> {
  if (approved && !mayAct({ ...looker, ran: false }, act)) return refuseMotion('MINUTES_APPROVED');
  const to = afterActionAct(state, act);
  return to === null ? refuseMotion('WRONG_STATE', [state]) : { ok: true, state: to };
}

/** Whether somebody may give it to another person, whatever its state. */
export const mayGive = ({ prepares, ran }: ActionGiver, approved: boolean): boolean => prepares || (ran && !approved);

/** Whether somebody who prepares the meetings or ran this one may assign an item of it: while it sits, and after it was adjourned until its minutes are approved. */
export function decideAssign({ prepares }: ActionGiver, { state, approved }: ActionSitting): MotionDecision {
  if (state !== 'IN_SESSION' && state !== 'ADJOURNED') return refuseMotion('NOT_IN_SESSION', [state]);
  return approved && !prepares ? refuseMotion('MINUTES_APPROVED') : { ok: true };
}

export const assignPermitted = (giver: ActionGiver, sitting: ActionSitting): boolean => (giver.prepares || giver.ran) && decideAssign(giver, sitting).ok;

export interface ActionPermissions {
  readonly revise: boolean;
  readonly finish: boolean;
  readonly drop: boolean;
  readonly reopen: boolean;
}

export function actionPermissions(looker: ActionLooker, state: ActionState, approved: boolean): ActionPermissions {
  const can = (act: ActionAct) => mayAct(looker, act) && decideAction(looker, state, act, approved).ok;
  return { revise: can('REVISE'), finish: can('FINISH'), drop: can('DROP'), reopen: can('REOPEN') };
}
