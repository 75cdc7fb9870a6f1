import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { bodyTopic } from '../../bodies/index.ts';

/** Any action item of an environment, for the lists of those who do them and of those who look after them. */
export const actionsTopic = (environmentId: string): string => `actions:${environmentId}`;

export interface ActionChange {
  readonly action: { readonly id: string; readonly schoolId: string; readonly environmentId: string; readonly bodyId: string };
  /** For example `action.finished`. */
  readonly kind: string;
}

/** Tells lists, and the page of its body, that an action item came or changed, in the transaction of the change; its sitting keeps the audit row. */
export const tellActionLists = ({ events }: Pick<House, 'events'>, em: Statements, { action: { id, schoolId, environmentId, bodyId }, kind }: ActionChange): Promise<void> =>
  events.record(em, [{ schoolId, topic: actionsTopic(environmentId), kind, subjectId: id }, { schoolId, topic: bodyTopic(bodyId), kind, subjectId: bodyId }]);
