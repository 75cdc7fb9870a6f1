import { type ViewerFacts, mayCertifyBallots, mayDraftBallots } from '../../people/index.ts';
import { type Looker, NOBODY } from '../domain/policy.ts';

/** What the viewer is to a ballot of that environment. */
export function lookerAt(viewer: ViewerFacts | null, { environmentId }: { readonly environmentId: string }): Looker {
  if (viewer === null) return NOBODY;
  return { drafts: mayDraftBallots(viewer, environmentId), committee: mayCertifyBallots(viewer, environmentId) };
}
