import { PRECEDENCE, type ViewerFacts } from '../../../people/index.ts';
import type { Constituency } from '../../domain/ballot.ts';
import type { ElectionRecord } from './election-record.ts';

/** The one constituency of the election in which this person would nominate and vote, by the precedence of the roll; null for none. */
export function constituencyOf(viewer: ViewerFacts | null, { environmentId, constituencies }: ElectionRecord): Constituency | null {
  const own = viewer?.environments.find((each) => each.environmentId === environmentId)?.constituencies ?? [];
  return PRECEDENCE.find((each) => own.includes(each) && constituencies.some(({ constituency }) => constituency === each)) ?? null;
}
