import type { Statements } from '../../../platform/database/database.ts';
import { sendMessage } from '../../messages/index.ts';
import { saidPublicly } from '../../meetings/index.ts';
import type { ActionItemRecord } from './motion-record.ts';

export type ToldAction = Pick<ActionItemRecord, 'id' | 'schoolId' | 'environmentId' | 'meetingId' | 'title' | 'ownerId' | 'due' | 'version'>;

/** Where action items are done. */
export const aboutAction = (id: string) => ({ kind: 'ACTION_ITEM', id, path: '/actions' });

/** Whoever is to do something hears of it, unless they took it upon themselves. */
export async function tellOwner(em: Statements, byPersonId: string, { id, schoolId, environmentId, meetingId, title, ownerId, due, version }: ToldAction): Promise<void> {
  if (ownerId === byPersonId) return;
  await sendMessage(em, { schoolId, environmentId, kind: 'ACTION_ASSIGNED', about: aboutAction(id), recipients: [ownerId], words: { title: await titleToCarry(em, meetingId, title), dueOn: due }, dedupeKey: `action:${id}:assigned:${version}` });
}

/** A message leaves the house by e-mail: it names no student, whom its reader finds behind the link. */
export async function titleToCarry(em: Statements, meetingId: string, title: string): Promise<string> {
  const [said] = await saidPublicly(em, [title], () => meetingId, (each, say) => say(each, null));
  return said!;
}
