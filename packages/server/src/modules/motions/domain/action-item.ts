export const ACTION_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
/** The life of an action item: whoever owns it does it, or it is dropped; either may be taken up again. */
export type ActionState = (typeof ACTION_STATES)[number];
export type ActionAct = 'REVISE' | 'FINISH' | 'DROP' | 'REOPEN';

const TABLE: Readonly<Record<ActionState, Readonly<Partial<Record<ActionAct, ActionState>>>>> = {
  OPEN: { REVISE: 'OPEN', FINISH: 'DONE', DROP: 'DROPPED' },
  DONE: { REOPEN: 'OPEN' },
  DROPPED: { REOPEN: 'OPEN' },
};

/** The state `act` leads to, or null where it is not allowed. */
export const afterActionAct = (state: ActionState, act: ActionAct): ActionState | null => TABLE[state][act] ?? null;

/** What somebody is to an action item. */
export interface ActionLooker {
  /** Prepares its body's meetings. */
  readonly prepares: boolean;
  readonly owns: boolean;
}

/** Whoever owns it says that it is done, or not yet; the rest is for those who prepare the body's meetings. */
export const mayAct = ({ prepares, owns }: ActionLooker, act: ActionAct): boolean => prepares || (owns && (act === 'FINISH' || act === 'REOPEN'));

export interface ActionPermissions {
  readonly revise: boolean;
  readonly finish: boolean;
  readonly drop: boolean;
  readonly reopen: boolean;
}

export function actionPermissions(looker: ActionLooker, state: ActionState): ActionPermissions {
  const can = (act: ActionAct) => mayAct(looker, act) && afterActionAct(state, act) !== null;
  return { revise: can('REVISE'), finish: can('FINISH'), drop: can('DROP'), reopen: can('REOPEN') };
}
