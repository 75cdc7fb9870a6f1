import type { RequestContext } from '../../../platform/graphql/context.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { type SittingRecord, meetingLookerAt, ranSitting, ranThis } from '../../meetings/index.ts';
import { type ViewerFacts, viewerOrPublic } from '../../people/index.ts';
import type { ActionGiver, ActionLooker } from '../domain/action-item.ts';
import type { ActionItemRecord } from './motion-record.ts';

type Owned = Pick<ActionItemRecord, 'bodyId' | 'ownerId' | 'ranBy' | 'sittingOver'>;

export const actionLooker = (viewer: ViewerFacts | null, body: BodyRecord, { ownerId, ranBy, sittingOver }: Omit<Owned, 'bodyId'>): ActionLooker => ({
  prepares: meetingLookerAt(viewer, body).prepares, ran: ranSitting(viewer, body, { by: ranBy, over: sittingOver }), owns: viewer?.personId === ownerId,
});

/** What somebody is to whatever is to be done because of a sitting. */
export const actionGiver = (viewer: ViewerFacts | null, sitting: Pick<SittingRecord, 'body' | 'presiding' | 'recorder' | 'endedAt'>): ActionGiver => ({
  prepares: meetingLookerAt(viewer, sitting.body).prepares, ran: ranThis(viewer, sitting),
});

/** What the viewer is to an action item; in a shared execution everybody is the public. */
export async function actionLookerOf(ctx: RequestContext, action: Owned): Promise<ActionLooker & { readonly ofEnvironment: boolean }> {
  const [viewer, body] = await Promise.all([viewerOrPublic(ctx), bodyById(ctx, action.bodyId)]);
  if (body === null) return { prepares: false, ran: false, owns: false, ofEnvironment: false };
  return { ...actionLooker(viewer, body, action), ofEnvironment: meetingLookerAt(viewer, body).member };
}
