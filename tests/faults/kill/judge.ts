import type { BallotLine } from '@plenary/count/recount';
import type { KillVoter } from './voter.ts';

export interface Verdict {
  /** Acknowledged votes that are not in the published log. */
  readonly lost: number;
  /** Voters of whom more than one vote counts. */
  readonly doubled: number;
  /** In words, whatever else is not as it must be. */
  readonly faults: readonly string[];
  /** The choice that counts, by voter. */
  readonly counted: ReadonlyMap<KillVoter, number>;
}

/** Holds what voters were promised against the published log of a whole ballot, or of theirs. */
export async function judge(voters: readonly KillVoter[], published: readonly Pick<BallotLine, 'pk' | 'revision' | 'leaf' | 'choices'>[]): Promise<Verdict> {
  const logOf = Map.groupBy(published, ({ pk }) => pk);
  const counted = new Map<KillVoter, number>();
  const faults: string[] = [];
  let [lost, doubled] = [0, 0];
  for (const voter of voters) {
    faults.push(...voter.faults);
    const log = logOf.get(await voter.publicKey() ?? '') ?? [];
    const leaves = new Set(log.map(({ leaf }) => leaf));
    lost += [...voter.acknowledged.values()].filter(({ leaf }) => !leaves.has(leaf)).length;
    if (log.some(({ leaf }) => !voter.sent.some((sent) => sent.leaf === leaf))) faults.push('the log has a vote that nobody sent');
    const open = log.filter(({ choices }) => choices !== null);
    if (open.length > 1 || leaves.size < log.length) doubled += 1;
    if (log.length > 0 && open.length === 0) faults.push('of a voter in the log no vote counts');
    const counts = open.at(-1);
    if (counts === undefined) continue;
    if (log.some(({ revision }) => revision > counts.revision)) faults.push('an older vote counts than the newest');
    if ([...voter.acknowledged.keys()].some((revision) => revision > counts.revision)) faults.push('an older vote counts than was acknowledged');
    const meant = voter.sent.find(({ leaf }) => leaf === counts.leaf);
    if (meant !== undefined) counted.set(voter, meant.choice);
  }
  return { lost, doubled, faults, counted };
}
