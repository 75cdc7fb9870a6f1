import type { BodyRecord } from '../../bodies/index.ts';
import { type ViewerFacts, isMember, mayDraftBallots } from '../../people/index.ts';
import { CALLING_OFFICES, type MeetingLooker } from '../domain/policy.ts';

/** What the viewer is to the meetings of a body. Whoever keeps its people's ballots keeps them, and so do its officers. */
export function meetingLookerAt(viewer: ViewerFacts | null, { environmentId, officers }: Pick<BodyRecord, 'environmentId' | 'officers'>): MeetingLooker {
  const officer = viewer !== null && officers.some(({ personId, office }) => personId === viewer.personId && CALLING_OFFICES.includes(office));
  return { prepares: officer || mayDraftBallots(viewer, environmentId), member: isMember(viewer, environmentId) };
}
