import { leastReaching } from '@plenary/count';
import { type MinutesState, afterAct } from './minutes-states.ts';
import { type MinutesDecision, refuseMinutes } from './refusal.ts';

/** The vote on a motion to Amend Something Previously Adopted. */
export interface AmendingVote {
  readonly ayes: number;
  readonly noes: number;
  /** Filled seats of the body. */
  readonly members: number;
  /** Members were told with the call of the meeting, or at the one before, that this would be moved. */
  readonly previousNotice: boolean;
}

export type AmendingWay = 'TWO_THIRDS_OF_CAST' | 'MAJORITY_OF_MEMBERS' | 'MAJORITY_WITH_NOTICE';

export interface AmendingWayExplained {
  readonly way: AmendingWay;
  readonly needed: number;
  readonly reached: number;
  readonly met: boolean;
}

const HALF = { numerator: 1, denominator: 2 };

/** Each way to change approved minutes, any one of which is enough (RONR, domain.md S46; rule 25). */
export function explainAmending({ ayes, noes, members, previousNotice }: AmendingVote): AmendingWayExplained[] {
  const way = (name: AmendingWay, needed: number, open = true): AmendingWayExplained => ({ way: name, needed, reached: ayes, met: open && ayes >= needed });
  return [
    way('TWO_THIRDS_OF_CAST', Math.max(1, leastReaching({ numerator: 2, denominator: 3 }, ayes + noes, true))),
    way('MAJORITY_OF_MEMBERS', leastReaching(HALF, members, false)),
    way('MAJORITY_WITH_NOTICE', leastReaching(HALF, ayes + noes, false), previousNotice),
  ];
}

/** Makes a new version of approved minutes. The version before stays as it is, for ever. */
export function decideAmendMinutes(minutes: { readonly state: MinutesState; readonly version: number }, vote: AmendingVote): MinutesDecision<{ to: MinutesState; version: number }> {
  const to = afterAct(minutes.state, 'AMEND');
  if (to === null) return refuseMinutes('WRONG_STATE', [minutes.state]);
  const ways = explainAmending(vote);
  return ways.some(({ met }) => met) ? { ok: true, to, version: minutes.version + 1 } : refuseMinutes('NOT_ADOPTED', [vote.ayes, ...ways.map(({ needed }) => needed)]);
}
