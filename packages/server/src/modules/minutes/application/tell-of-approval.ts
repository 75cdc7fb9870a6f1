import type { EntityManager } from '../../../platform/database/database.ts';
import { audienceOf } from '../../bodies/index.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import { sendMessage } from '../../messages/index.ts';

/** Those who sat in the body then, those who do now and whoever follows it learn that what was written down is public. */
export async function tellOfApproval(em: EntityManager, { id, schoolId, environmentId, body, meeting, members }: SittingRecord, number: number): Promise<void> {
  await sendMessage(em, {
    schoolId, environmentId, kind: 'MINUTES_APPROVED', about: { kind: 'MINUTES', id, path: `/meetings/${id}/minutes` },
    recipients: [...new Set([...members.map(({ personId }) => personId), ...await audienceOf(em, body)])],
    words: { body: body.name, title: meeting.title }, dedupeKey: `minutes:${id}:approved:${number}`,
  });
}
