import type { RequestContext } from '../../../platform/graphql/context.ts';
import { bodyById } from '../../bodies/index.ts';
import { meetingLookerAt } from '../../meetings/index.ts';
import { viewerOrPublic } from '../../people/index.ts';
import type { ActionLooker } from '../domain/action-item.ts';
import type { ActionItemRecord } from './motion-record.ts';

/** What the viewer is to an action item; in a shared execution everybody is the public. */
export async function actionLookerOf(ctx: RequestContext, { bodyId, ownerId }: Pick<ActionItemRecord, 'bodyId' | 'ownerId'>): Promise<ActionLooker & { readonly ofEnvironment: boolean }> {
  const [viewer, body] = await Promise.all([viewerOrPublic(ctx), bodyById(ctx, bodyId)]);
  if (body === null) return { prepares: false, owns: false, ofEnvironment: false };
  const { prepares, member } = meetingLookerAt(viewer, body);
  return { prepares, owns: viewer?.personId === ownerId, ofEnvironment: member };
}
