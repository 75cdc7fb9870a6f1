import type { Constituency, SeatBasis, SeatWay } from './body.ts';
import type { EmployeeBar } from './bylaws.ts';
import { type BodyDecision, refuseBody } from './refusal.ts';

export interface SeatFacts {
  readonly constituency: Constituency;
  readonly way: SeatWay;
  readonly chosenBy: Constituency;
  readonly retired: boolean;
  /** Somebody holds it on the first day meant. */
  readonly held: boolean;
}

export interface SitterFacts {
  readonly constituencies: readonly Constituency[];
  /** Holds another seat of the same body. */
  readonly seated: boolean;
}

const STAFF: readonly Constituency[] = ['TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR'];
const PARENTS: readonly Constituency[] = ['PARENT', 'EL_PARENT'];

/**
 * Whether a person may be put into a seat by hand. What a constituency elects only its election fills, but for the rest
 * of a term (rule 14); a parents' seat is for nobody the school employs (rule 16), and a community member sits there only
 * by the parents' choice (rule 15), which a seat of COMMUNITY says.
 */
export function decideSeat(seat: SeatFacts, sitter: SitterFacts, { basis, employees, restOfTerm }: {
  readonly basis: SeatBasis;
  readonly employees: EmployeeBar;
  /** The bylaws let the body appoint for what is left of a term. */
  readonly restOfTerm: boolean;
}): BodyDecision {
  if (seat.retired) return refuseBody('SEAT_RETIRED');
  if (seat.held) return refuseBody('SEAT_HELD');
  if (sitter.seated) return refuseBody('SEATED_ALREADY');
  if (seat.way === 'ELECTED' && basis === 'APPOINTED' && !restOfTerm) return refuseBody('SEAT_ELECTED', [seat.chosenBy]);
  if (!sitter.constituencies.includes(seat.constituency)) return refuseBody('NOT_OF_CONSTITUENCY', [seat.constituency]);
  if (PARENTS.includes(seat.chosenBy) && employees !== 'NONE' && sitter.constituencies.some((each) => STAFF.includes(each))) return refuseBody('EMPLOYED', [employees]);
  return { ok: true };
}
