import { type ViewerFacts, mayDraftBallots } from '../../../people/index.ts';
import type { RoundLooker } from '../../domain/rounds/proposal-policy.ts';
import type { ProposalRecord } from './proposal-record.ts';

/** What the viewer is to that proposal; `takesPart` is on the list that was fixed at its opening. */
export function roundLookerAt(
  viewer: ViewerFacts | null, { environmentId, facilitatorId }: Pick<ProposalRecord, 'environmentId' | 'facilitatorId'>, takesPart: boolean,
): RoundLooker {
  if (viewer === null) return { prepares: false, facilitates: false, takesPart: false };
  return { prepares: mayDraftBallots(viewer, environmentId), facilitates: viewer.personId === facilitatorId, takesPart };
}
