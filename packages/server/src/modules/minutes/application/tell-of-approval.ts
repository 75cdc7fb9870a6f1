import type { EntityManager } from '../../../platform/database/database.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import { sendMessage } from '../../messages/index.ts';

/** Those who were members of the body then learn that what was written down of it is public. */
export const tellOfApproval = (em: EntityManager, { id, schoolId, environmentId, body, meeting, members }: SittingRecord, number: number): Promise<number> => sendMessage(em, {
  schoolId, environmentId, kind: 'MINUTES_APPROVED', about: { kind: 'MINUTES', id, path: `/meetings/${id}/minutes` }, recipients: members.map(({ personId }) => personId),
  words: { body: body.name, title: meeting.title }, dedupeKey: `minutes:${id}:approved:${number}`,
});
