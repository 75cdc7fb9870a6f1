import type { QuorumRule } from './definition.ts';
import { leastReaching } from './fraction.ts';

/** Papers needed and cast; abstentions help a quorum. */
export interface QuorumExplained<Constituency extends string = string> {
  readonly rule: 'QUORUM';
  readonly constituency: Constituency;
  readonly quorum: QuorumRule;
  readonly needed: number;
  readonly reached: number;
  readonly met: boolean;
}

/** The fewest papers that meet the quorum. A share means "at least": one third of 100 is 34. */
export function quorumNeeded(quorum: QuorumRule, roll: number): number {
  if (quorum.kind === 'NONE') return 0;
  return quorum.kind === 'COUNT' ? quorum.count : leastReaching(quorum, roll, true);
}

export function explainQuorum<Constituency extends string>(
  constituency: Constituency, quorum: QuorumRule, roll: number, papers: number,
): QuorumExplained<Constituency> {
  const needed = quorumNeeded(quorum, roll);
  return { rule: 'QUORUM', constituency, quorum, needed, reached: papers, met: papers >= needed };
}
