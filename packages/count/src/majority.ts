import type { MajorityRule } from './definition.ts';
import { leastReaching } from './fraction.ts';

/** Yes votes needed and reached; `constituency` is null where all votes count as one. */
export interface MajorityExplained<Constituency extends string = string> {
  readonly rule: 'MAJORITY';
  readonly constituency: Constituency | null;
  readonly majority: MajorityRule;
  /** Votes or people the share is taken of. */
  readonly of: number;
  /** Fewest yes votes that meet it; never 0, for nothing is adopted by nobody. */
  readonly needed: number;
  readonly reached: number;
  readonly met: boolean;
}

/** The votes one majority is judged by. */
export interface MajorityFacts {
  readonly roll: number;
  /** Papers cast, abstentions included. */
  readonly present: number;
  readonly yes: number;
  readonly no: number;
}

/**
 * Robert's Rules: a majority is more than half of the votes cast, abstentions not being votes, and a tie
 * fails. "50% + 1" is another, wrong rule: 9 to 8 adopts with 17 votes.
 */
export function explainMajority<Constituency extends string>(
  constituency: Constituency | null, majority: MajorityRule, { roll, present, yes, no }: MajorityFacts,
): MajorityExplained<Constituency> {
  const of = { CAST: yes + no, PRESENT: present, ROLL: roll }[majority.base];
  const needed = Math.max(1, leastReaching(majority, of, majority.atLeast));
  return { rule: 'MAJORITY', constituency, majority, of, needed, reached: yes, met: yes >= needed };
}
