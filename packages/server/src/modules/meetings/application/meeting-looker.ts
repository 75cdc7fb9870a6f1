import type { BodyRecord } from '../../bodies/index.ts';
import { type ViewerFacts, isMember, mayDraftBallots } from '../../people/index.ts';
import { CALLING_OFFICES, type MeetingLooker } from '../domain/policy.ts';

/** What the viewer is to the meetings of a body. Whoever keeps its people's ballots keeps them, and so do its officers. */
export function meetingLookerAt(viewer: ViewerFacts | null, { environmentId, officers, today }: Pick<BodyRecord, 'environmentId' | 'officers' | 'today'>): MeetingLooker {
  const officer = viewer !== null
    && officers.some(({ personId, office, starts }) => personId === viewer.personId && CALLING_OFFICES.includes(office) && starts <= today);
  return { prepares: officer || mayDraftBallots(viewer, environmentId), member: isMember(viewer, environmentId) };
}
