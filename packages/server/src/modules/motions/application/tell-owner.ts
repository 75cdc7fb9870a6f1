import type { Statements } from '../../../platform/database/database.ts';
import { sendMessage } from '../../messages/index.ts';
import type { ActionItemRecord } from './motion-record.ts';

export type ToldAction = Pick<ActionItemRecord, 'id' | 'schoolId' | 'environmentId' | 'title' | 'ownerId' | 'due' | 'version'>;

/** Where action items are done. */
export const aboutAction = (id: string) => ({ kind: 'ACTION_ITEM', id, path: '/actions' });

/** Whoever is to do something hears of it, unless they took it upon themselves. */
export async function tellOwner(em: Statements, byPersonId: string, { id, schoolId, environmentId, title, ownerId, due, version }: ToldAction): Promise<void> {
  if (ownerId === byPersonId) return;
  await sendMessage(em, { schoolId, environmentId, kind: 'ACTION_ASSIGNED', about: aboutAction(id), recipients: [ownerId], words: { title, dueOn: due }, dedupeKey: `action:${id}:assigned:${version}` });
}
