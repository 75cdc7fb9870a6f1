import type { MinutesState } from './minutes-states.ts';
import { allowsAct } from './minutes-states.ts';

/** What the viewer is to the minutes of a meeting. */
export interface MinutesLooker {
  /** Runs the sitting, and so writes. */
  readonly runs: boolean;
  /** Sat in the body that day, and is of the environment still. */
  readonly member: boolean;
  /** Holds a role in the environment. */
  readonly staff: boolean;
  /** Of the environment's own people. */
  readonly ofEnvironment: boolean;
  /** The bylaws of that day let everybody read minutes once they were circulated. */
  readonly draftsPublic: boolean;
}

export interface MinutesPermissions {
  readonly read: boolean;
  readonly write: boolean;
  readonly circulate: boolean;
  readonly return: boolean;
  readonly correct: boolean;
  readonly settle: boolean;
}

/** A draft is for who makes it, the body and the staff; what was circulated for the whole environment, or by the bylaws for everybody (domain.md S25); what was approved for everybody. */
export function mayReadMinutes({ runs, member, staff, ofEnvironment, draftsPublic }: MinutesLooker, state: MinutesState): boolean {
  switch (state) {
    case 'DRAFT': return runs || member || staff;
    case 'CIRCULATED': return runs || member || staff || ofEnvironment || draftsPublic;
    default: return true;
  }
}

/** Whose copy somebody reads: that of the body, or the one with students by their seats (rule 30). */
export const readsBodysCopy = ({ runs, member, staff, ofEnvironment }: MinutesLooker): boolean => runs || member || staff || ofEnvironment;

/** Whoever proposed it, and whoever runs the sitting, for a member who says so. */
export const mayWithdraw = ({ runs }: Pick<MinutesLooker, 'runs'>, proposed: boolean): boolean => runs || proposed;

export const minutesPermissions = (looker: MinutesLooker, state: MinutesState, inCorrection: boolean): MinutesPermissions => ({
  read: mayReadMinutes(looker, state),
  write: looker.runs && allowsAct(state, 'EDIT'),
  circulate: looker.runs && allowsAct(state, 'CIRCULATE'),
  return: looker.runs && allowsAct(state, 'RETURN'),
  correct: inCorrection && (allowsAct(state, 'CORRECT') || allowsAct(state, 'AMEND')),
  settle: looker.runs && allowsAct(state, 'CORRECT'),
});
